"""The pictures of the course: data in, a `Picture` out, which a cell shows with its words.

The words matter: JupyterLab keeps a text alternative only in ``<img alt="…">``, so a picture
is shown as HTML. Nothing here is imported by a child, and nothing changes matplotlib's settings.
"""

import base64
import html
import io
import itertools
import os
import statistics
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import matplotlib.colors
import matplotlib.style
from matplotlib.axes import Axes
from matplotlib.figure import Figure, SubFigure

from helpers.timeline import Span, Timeline

STYLE = Path(__file__).with_name("course.mplstyle")
WIDTH = 7.2  # inches
ROW = 0.36  # inches
NAMED = 12  # with more rows than this, they are drawn thin and without their names
# Colours that remain apart for colour-blind people (Okabe and Ito, 2008), one for each phase.
COLOURS = {
    "computing": "#0072B2",
    "waiting for the network": "#E69F00",
    "waiting for lock": "#D55E00",
    "holding lock": "#009E73",
    "sleeping": "#999999",
}
OTHER_COLOURS = ["#CC79A7", "#56B4E9", "#F0E442", "#000000"]
IDEAL = {"color": "#808080", "linestyle": "--", "linewidth": 1.2}
CPU = "#56B4E9"


@dataclass(frozen=True)
class Picture:
    """A figure with the words that say what it shows.

    Attributes
    ----------
    axes : tuple of Axes
        What was drawn, for whoever wants to look closer.
    alt : str
        The text alternative.
    png : bytes
        The figure, drawn.
    """

    axes: tuple[Axes, ...]
    alt: str
    png: bytes

    def _repr_html_(self) -> str:
        width = round(self.axes[0].get_figure(root=True).get_figwidth() * 96)
        data = base64.b64encode(self.png).decode()
        return (
            f'<img src="data:image/png;base64,{data}" alt="{html.escape(self.alt)}" '
            f'style="width: {width}px; max-width: 100%;">'
        )

    def __repr__(self) -> str:
        return "Picture"


def plot_timeline(timeline: Timeline, title: str = "") -> Picture:
    """Draw who did what, when: a row a process, and under it the cores that were busy.

    Parameters
    ----------
    timeline : Timeline
        A recording that has ended; with ``cpu=True`` for the strip under the rows.
    title : str
        What the picture shows; by default, how many cores the work kept busy.

    Returns
    -------
    Picture
        Its text alternative is the title and ``timeline.sentence()``.
    """
    _check_timeline(timeline)
    title = title or f"The work kept {timeline.cores_busy:.1f} of {os.cpu_count()} cores busy"
    height = 0.75 + _height(len(_rows(timeline))) + (1.1 if timeline.cpu else 0)
    with _picture(WIDTH, height) as figure:
        axes = _draw_timeline(figure, timeline, timeline.duration)
        axes[0].set_title(title)
        return _finish(figure, f"{title}. {timeline.sentence()}")


def plot_timelines(timelines: Mapping[str, Mapping[str, Timeline]]) -> Picture:
    """Draw a grid of timelines on one scale of time, to compare them at a glance.

    Parameters
    ----------
    timelines : mapping of str to mapping of str to Timeline
        For each row of the grid its name, and in it for each column its name.

    Returns
    -------
    Picture
        Its text alternative names each timeline and says what it shows.
    """
    every = [timeline for row in timelines.values() for timeline in row.values()]
    for timeline in every:
        _check_timeline(timeline)
    columns = max(len(row) for row in timelines.values())
    seconds = max(timeline.duration for timeline in every)
    rows = max(len(_rows(timeline)) for timeline in every)
    words = []
    with _picture(WIDTH * 1.25, len(timelines) * (rows * ROW + 2.0)) as figure:
        grid = figure.subfigures(len(timelines), columns, squeeze=False)
        for (kind, row), places in zip(timelines.items(), grid, strict=True):
            for (name, timeline), place in zip(row.items(), places, strict=True):
                axes = _draw_timeline(place, timeline, seconds, rows)
                axes[0].set_title(f"{kind}, {name}\n{timeline.duration:.2f} s")
                words.append(f"{kind}, {name}: {timeline.sentence()}")
        return _finish(figure, " ".join(words))


def plot_times(seconds: Mapping[str, float], ideal: float, title: str) -> Picture:
    """Draw how long each way took, as bars, with the ideal as a dashed line.

    Parameters
    ----------
    seconds : mapping of str to float
        For each way its time.
    ideal : float
        The time in seconds that no way can beat.
    title : str
        What the picture shows.

    Returns
    -------
    Picture
        Its text alternative is the title and the times.
    """
    with _picture(WIDTH, 1.0 + 0.35 * len(seconds)) as figure:
        axes = figure.subplots()
        names, times = list(seconds), list(seconds.values())
        bars = axes.barh(names, times, color=COLOURS["computing"], height=0.6)
        axes.bar_label(bars, fmt=" %.2f s")
        axes.axvline(ideal, **IDEAL)
        axes.text(ideal, -0.55, " ideal", color=IDEAL["color"], va="bottom")
        axes.invert_yaxis()
        axes.set(xlabel="seconds", xlim=(0, max(*times, ideal) * 1.15), title=title)
        axes.tick_params(axis="y", length=0)
        words = ", ".join(f"{name} {time:.2f} s" for name, time in seconds.items())
        return _finish(figure, f"{title}. {words}; the ideal is {ideal:.2f} s.")


def plot_break_even(
    tasks: Sequence[float], alone: Sequence[float], together: Sequence[float], title: str
) -> Picture:
    """Draw the time of two tasks, one after another and in two processes, by their length.

    Parameters
    ----------
    tasks : sequence of float
        How long one task takes, in seconds, increasing.
    alone, together : sequence of float
        For each, the seconds that two of them took one after another, and in two processes.
    title : str
        What the picture shows.

    Returns
    -------
    Picture
        Its text alternative is the title and the times.
    """
    with _picture(WIDTH, 3.0) as figure:
        axes = figure.subplots()
        axes.loglog(tasks, alone, "o-", color=COLOURS["sleeping"])
        axes.loglog(tasks, together, "o-", color=COLOURS["computing"])
        axes.loglog(tasks, tasks, **IDEAL)
        for name, last, colour, lift in [
            ("one after another", alone[-1], "#606060", 6),
            ("two processes", together[-1], COLOURS["computing"], 0),
            ("ideal", tasks[-1], IDEAL["color"], -8),
        ]:
            axes.annotate(name, (tasks[-1], last), (8, lift), textcoords="offset points",
                          color=colour, va="center")  # fmt: skip
        axes.xaxis.set_major_formatter(lambda seconds, position: f"{seconds:g}")
        axes.yaxis.set_major_formatter(lambda seconds, position: f"{seconds:g}")
        axes.set(xlabel="length of a task (seconds)", ylabel="time for two (seconds)", title=title)
        axes.grid(True)
        words = [
            f"Tasks of {task:.4f} s: {serial:.4f} s one after another, {shared:.4f} s in processes."
            for task, serial, shared in zip(tasks, alone, together, strict=True)
        ]
        return _finish(figure, f"{title}. {' '.join(words)}")


def plot_speedup(
    speedups: Mapping[int, Sequence[float]], cores: float, serial: float, title: str
) -> Picture:
    """Draw measured speed-up by number of processes, with the ideal and Amdahl's law.

    Parameters
    ----------
    speedups : mapping of int to sequence of float
        For each number of processes, the speed-up of each repeat against the serial program.
    cores : float
        Cores' worth of CPU time that can be had; the ideal rises no further.
    serial : float
        The fraction of the work that cannot be shared out, from 0 to 1.
    title : str
        What the picture shows.

    Returns
    -------
    Picture
        Its text alternative is the title and the medians.
    """
    counts = sorted(speedups)
    medians = [statistics.median(speedups[count]) for count in counts]
    below = [middle - min(speedups[count]) for count, middle in zip(counts, medians, strict=True)]
    above = [max(speedups[count]) - middle for count, middle in zip(counts, medians, strict=True)]
    usable = [min(count, cores) for count in counts]
    law = [amdahl(number, serial) for number in usable]
    with _picture(WIDTH, 3.2) as figure:
        axes = figure.subplots()
        axes.plot(counts, usable, **IDEAL)
        axes.plot(counts, law, color=COLOURS["holding lock"])
        axes.errorbar(counts, medians, (below, above), fmt="o", color=COLOURS["computing"],
                      capsize=3)  # fmt: skip
        for name, last, colour in _spread_out(
            [
                ("ideal", usable[-1], IDEAL["color"]),
                (f"Amdahl's law,\nserial part {serial:.0%}", law[-1], COLOURS["holding lock"]),
                ("measured", medians[-1], COLOURS["computing"]),
            ],
            gap=max(usable) * 0.14,
        ):
            axes.text(counts[-1] * 1.06, last, name, color=colour, va="center")
        axes.set(xlabel="processes", ylabel="speed-up", title=title, xticks=counts)
        axes.set_ylim(0, max(usable) * 1.15)
        axes.grid(True, axis="y")
        words = [
            f"{count} processes: {middle:.2f} times as fast."
            for count, middle in zip(counts, medians, strict=True)
        ]
        return _finish(figure, f"{title}. {' '.join(words)}")


def plot_cores(timelines: Mapping[str, Timeline]) -> Picture:
    """Draw how busy each core was over time, as a heat strip for each recording.

    Parameters
    ----------
    timelines : mapping of str to Timeline
        For each recording, made with ``cpu=True``, its name.

    Returns
    -------
    Picture
        Its text alternative says for each recording how many cores were busy.
    """
    for timeline in timelines.values():
        _check_timeline(timeline)
        if not timeline.cpu:
            raise ValueError("plot_cores needs recordings made with record(cpu=True)")
    cores = len(next(iter(timelines.values())).cpu[0].cores)
    longest = max(timeline.duration for timeline in timelines.values())
    with _picture(WIDTH, len(timelines) * (0.75 + 0.22 * min(cores, 16)) + 0.4) as figure:
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
        return _finish(figure, " ".join(words))


def amdahl(processes: float, serial: float) -> float:
    """Return the speed-up that Amdahl's law allows.

    Parameters
    ----------
    processes : float
        Among how many the parallel part is shared.
    serial : float
        The fraction of the work that cannot be shared, from 0 to 1.

    Returns
    -------
    float
        ``1 / (serial + (1 - serial) / processes)``.

    Notes
    -----
    Source: G. Amdahl, "Validity of the single processor approach to achieving large scale
    computing capabilities", AFIPS 1967.
    """
    return 1 / (serial + (1 - serial) / processes)


@contextmanager
def _picture(width: float, height: float) -> Iterator[Figure]:
    """Give a new figure in the course's style; it is nobody's current figure."""
    with matplotlib.style.context(STYLE), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing")  # notes may be in any script
        yield Figure(figsize=(width, height), layout="constrained")


def _finish(figure: Figure, alt: str) -> Picture:
    drawn = io.BytesIO()
    figure.savefig(drawn, format="png")
    return Picture(tuple(figure.get_axes()), alt, drawn.getvalue())


def _check_timeline(timeline: object) -> None:
    if not isinstance(timeline, Timeline):
        raise TypeError(f"expected a Timeline, not {timeline!r}")
    if not timeline.duration:
        raise ValueError("this recording has not ended: draw it after the with block")


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
        axes.broken_barh([(span.start, span.end - span.start)], (row - 0.36, 0.72),
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
    """Write each label on its bar where there is room; name the others in a legend."""
    room = (2.1 if short else 5.6) / seconds  # inches for a second, about
    homeless = set(colours) if len(rows) > NAMED else set()
    for span in timeline.spans if len(rows) <= NAMED else []:
        if len(span.label) * 0.075 < (span.end - span.start) * room:
            row = rows.index((span.process, span.pid, span.thread))
            axes.text((span.start + span.end) / 2, row, span.label, ha="center", va="center",
                      color=_ink(colours[span.label]), fontsize=8, clip_on=True)  # fmt: skip
        else:
            homeless.add(span.label)
    if homeless and not short:
        handles = [axes.barh(0, 0, color=colours[label], label=label) for label in sorted(homeless)]
        axes.legend(handles=handles, ncols=4, loc="upper right", bbox_to_anchor=(1, 1), fontsize=8)


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


def _ink(colour: str) -> str:
    """Choose black or white, whichever is easier to read on a colour."""
    red, green, blue = matplotlib.colors.to_rgb(colour)
    return "black" if 0.3 * red + 0.59 * green + 0.11 * blue > 0.5 else "white"


def _colours(spans: Sequence[Span]) -> dict[str, str]:
    """Give each label its colour: the course's, or the next free one in alphabetical order."""
    others = itertools.cycle(OTHER_COLOURS)
    labels = sorted({span.label for span in spans})
    return {label: COLOURS.get(label) or next(others) for label in labels}


def _spread_out(
    labels: list[tuple[str, float, str]], gap: float
) -> Iterator[tuple[str, float, str]]:
    """Move labels apart that would be written over each other, from the lowest up."""
    lowest = -gap
    for name, height, colour in sorted(labels, key=lambda label: label[1]):
        lowest = max(height, lowest + gap)
        yield name, lowest, colour
