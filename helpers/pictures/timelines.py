"""The picture of the course: which process did what, when, and on how many cores."""

import itertools
import os
from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure, SubFigure

from helpers.pictures.style import (
    COLOURS,
    IDEAL,
    OTHER_COLOURS,
    WIDTH,
    Picture,
    finish,
    ink,
    new_figure,
)
from helpers.recording.timeline import Span, Timeline

ROW = 0.36  # inches
NAMED = 12  # with more rows than this, they are drawn thin and without their names
CPU = "#56B4E9"


def plot_timeline(timeline: Timeline, title: str = "") -> Picture:
    """Draw who did what, when: a row a process, and under it the cores that were busy.

    Parameters
    ----------
    timeline : Timeline
        A recording that has ended; with ``cpu=True`` for the strip under the rows.
    title : str
        What the picture shows; by default, how many cores the work kept busy.
    """
    check_timeline(timeline)
    title = title or f"The work kept {timeline.cores_busy:.1f} of {os.cpu_count()} cores busy"
    height = 0.75 + _height(len(_rows(timeline))) + (1.1 if timeline.cpu else 0)
    with new_figure(WIDTH, height) as figure:
        axes = _draw_timeline(figure, timeline, timeline.duration)
        axes[0].set_title(title)
        figure.set_figheight(height + 0.3 * len(figure.legends))
        return finish(figure, f"{title}. {timeline.sentence()}")


def plot_timelines(timelines: Mapping[str, Mapping[str, Timeline]]) -> Picture:
    """Draw a grid of timelines on one scale of time, to compare them at a glance.

    Parameters
    ----------
    timelines : mapping of str to mapping of str to Timeline
        For each row of the grid its name, and in it for each column its name.
    """
    every = [timeline for row in timelines.values() for timeline in row.values()]
    for timeline in every:
        check_timeline(timeline)
    columns = max(len(row) for row in timelines.values())
    seconds = max(timeline.duration for timeline in every)
    rows = max(len(_rows(timeline)) for timeline in every)
    words = []
    with new_figure(WIDTH * 1.25, len(timelines) * (rows * ROW + 2.0)) as figure:
        grid = figure.subfigures(len(timelines), columns, squeeze=False)
        for (kind, row), places in zip(timelines.items(), grid, strict=True):
            for (name, timeline), place in zip(row.items(), places, strict=True):
                axes = _draw_timeline(place, timeline, seconds, rows)
                axes[0].set_title(f"{kind}, {name}\n{timeline.duration:.2f} s")
                words.append(f"{kind}, {name}: {timeline.sentence()}")
        return finish(figure, " ".join(words))


def _height(rows: int) -> float:
    return rows * (ROW if rows <= NAMED else 0.08)


def _rows(timeline: Timeline) -> list[tuple[str, int, str]]:
    """List the rows from the top; the parent has one even if it recorded nothing."""
    parent = (timeline.parent, timeline.pid, "MainThread")
    return [parent, *(row for row in timeline.rows() if row != parent)]


def _draw_timeline(
    figure: Figure | SubFigure, timeline: Timeline, seconds: float, of_grid: int = 0
) -> list[Axes]:
    """Draw the rows and the CPU strip; `of_grid` is how many rows the fullest of a grid has."""
    rows = _rows(timeline)
    every = figure.subplots(
        2 if timeline.cpu else 1, 1, squeeze=False, sharex=True,
        height_ratios=[_height(of_grid or len(rows)), 0.75] if timeline.cpu else None,
    )[:, 0]  # fmt: skip
    axes = every[0]
    _draw_rows(axes, timeline, rows, seconds, bool(of_grid))
    axes.set_ylim((of_grid or len(rows)) - 0.5, -0.6)
    if timeline.cpu:
        _draw_cpu(every[1], timeline, bool(of_grid))
    every[-1].set_xlabel("seconds")
    axes.set_xlim(0, seconds * 1.02)
    return list(every)


def _draw_rows(
    axes: Axes, timeline: Timeline, rows: list[tuple[str, int, str]], seconds: float, short: bool
) -> None:
    colours = _colours(timeline.spans)
    axes.plot([0, timeline.duration], [0, 0], color="#b0b0b0", zorder=0)  # the parent was there
    for span in timeline.spans:
        row = rows.index((span.process, span.pid, span.thread))
        height = 0.72 / (1 + sum(_inside(span, outer) for outer in timeline.spans))
        axes.broken_barh([(span.start, span.end - span.start)], (row - height / 2, height),
                         color=colours[span.label], hatch="////" if span.cut else None,
                         edgecolor="white", linewidth=0.4)  # fmt: skip
        if span.cut:
            axes.plot(span.end, row, "x", color="black", clip_on=False)
    for note in timeline.notes if len(rows) <= NAMED else []:
        row = rows.index((note.process, note.pid, note.thread))
        axes.plot(note.time, row - 0.44, "v", color="#303030", markersize=4, clip_on=False)
    _label_bars(axes, timeline, rows, colours, seconds, short)
    if len(rows) <= NAMED:
        axes.set_yticks(range(len(rows)), [_row_name(row, short) for row in rows])
    else:
        axes.set_yticks([0, len(rows) - 1], [rows[0][0], rows[-1][0]])
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)


def _label_bars(
    axes: Axes,
    timeline: Timeline,
    rows: list[tuple[str, int, str]],
    colours: dict[str, str],
    seconds: float,
    short: bool,
) -> None:
    """Write each label on its bar where there is room; name the others below the picture."""
    room = (2.1 if short else 5.6) / seconds  # inches for a second, about
    homeless = set(colours) if len(rows) > NAMED else set()
    for span in timeline.spans if len(rows) <= NAMED else []:
        covered = any(_inside(inner, span) for inner in timeline.spans)
        if not covered and len(span.label) * 0.075 < (span.end - span.start) * room:
            row = rows.index((span.process, span.pid, span.thread))
            axes.text((span.start + span.end) / 2, row, span.label, ha="center", va="center",
                      color=ink(colours[span.label]), fontsize=8, clip_on=True)  # fmt: skip
        else:
            homeless.add(span.label)
    if homeless and not short:
        handles = [axes.barh(0, 0, color=colours[label], label=label) for label in sorted(homeless)]
        axes.get_figure().legend(handles=handles, ncols=4, loc="outside lower center", fontsize=8)


def _inside(inner: Span, outer: Span) -> bool:
    """Say whether a span lies in another one of the same thread, and so is drawn in it."""
    return (
        (inner.pid, inner.thread) == (outer.pid, outer.thread)
        and outer.start < inner.start
        and inner.end <= outer.end
    )


def _draw_cpu(axes: Axes, timeline: Timeline, short: bool) -> None:
    cores = len(timeline.cpu[0].cores)
    edges = [0.0, *(sample.time for sample in timeline.cpu)]
    axes.stairs([sample.busy for sample in timeline.cpu], edges, fill=True, color=CPU)
    axes.axhline(cores, **IDEAL)
    axes.set_ylim(0, cores * 1.1)
    axes.set_yticks([0, cores])
    axes.set_ylabel("cores" if short else "cores busy")


def _row_name(row: tuple[str, int, str], short: bool) -> str:
    process, pid, thread = row
    name = process if thread == "MainThread" else thread
    return name if short else f"{name}\npid {pid}"


def _colours(spans: Sequence[Span]) -> dict[str, str]:
    """Give each label its colour: the course's, or the next free one in alphabetical order."""
    others = itertools.cycle(OTHER_COLOURS)
    labels = sorted({span.label for span in spans})
    return {label: COLOURS.get(label) or next(others) for label in labels}


def plot_cores(timelines: Mapping[str, Timeline]) -> Picture:
    """Draw how busy each core was over time, as a heat strip for each recording.

    Parameters
    ----------
    timelines : mapping of str to Timeline
        For each recording, made with ``cpu=True``, its name.
    """
    for timeline in timelines.values():
        check_timeline(timeline)
        if not timeline.cpu:
            raise ValueError("plot_cores needs recordings made with record(cpu=True)")
    cores = len(next(iter(timelines.values())).cpu[0].cores)
    longest = max(timeline.duration for timeline in timelines.values())
    with new_figure(WIDTH, len(timelines) * (0.75 + 0.22 * min(cores, 16)) + 0.4) as figure:
        every = figure.subplots(len(timelines), 1, squeeze=False, sharex=True)[:, 0]
        for (name, timeline), axes in zip(timelines.items(), every, strict=True):
            edges = [0.0, *(sample.time for sample in timeline.cpu)]
            heat = list(zip(*(sample.cores for sample in timeline.cpu), strict=True))
            mesh = axes.pcolormesh(edges, range(cores + 1), heat, cmap="cividis", vmin=0, vmax=1)
            axes.set(title=name, ylabel="core", xlim=(0, longest))
            axes.set_yticks([core + 0.5 for core in range(cores)], map(str, range(cores)))
            axes.invert_yaxis()
        every[-1].set_xlabel("seconds")
        bar = figure.colorbar(mesh, ax=list(every), label="busy", ticks=[0, 0.5, 1])
        bar.outline.set_visible(False)
        words = [
            f"{name}: the work kept {timeline.cores_busy:.2f} cores busy."
            for name, timeline in timelines.items()
        ]
        return finish(figure, " ".join(words))


def check_timeline(timeline: object) -> None:
    """Raise an error that says what is wrong if this is no recording that has ended."""
    if not isinstance(timeline, Timeline):
        raise TypeError(f"expected a Timeline, not {timeline!r}")
    if not timeline.duration:
        raise ValueError("this recording has not ended: draw it after the with block")
