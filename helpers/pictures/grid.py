"""Where the timelines of a picture stand: rows and columns on one scale of time, and one legend."""

import textwrap
from collections import Counter
from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.pictures.bars import ROW, Drawing, Row, draw_rows, legend_of, row_name, write_labels
from helpers.pictures.strip import STRIP, draw_strip, legend_of_strip
from helpers.pictures.style import LETTERS, LINE, add_legend, in_seconds
from helpers.recording.timeline import Timeline

Places = dict[Row, int]


def draw_grid(
    figure: Figure,
    grid: Mapping[str, Mapping[str, Timeline]],
    order: Sequence[str],
    how: Drawing,
    pids: bool = False,
) -> None:
    """Draw each timeline in its place, and let the figure grow to what that needs."""
    every = [timeline for row in grid.values() for timeline in row.values()]
    strip = any(timeline.cpu and timeline.is_about_cores for timeline in every)
    placed = [place_rows(list(row.values()), order, pids) for row in grid.values()]
    heights = [inches for names, _ in placed for inches in (len(names) * ROW, STRIP)[: 1 + strip]]
    columns = max(map(len, grid.values()))
    panels = figure.subplots(len(heights), columns, squeeze=False, sharex=True, sharey="row",
                             height_ratios=heights)  # fmt: skip
    panels[0, 0].set_xlim(0, max(map(how.seconds, every)) * 1.02)
    drawn = []
    for (kind, row), (names, places), line in zip(
        grid.items(), placed, panels[:: 1 + strip], strict=True
    ):
        _name_rows(line[0], names)
        for name, timeline, place, axes in zip(row, row.values(), places, line, strict=False):
            if len(every) > 1:
                axes.set_title(_panel_title(in_full(kind, name), how.seconds(timeline), columns))
            draw_rows(axes, timeline, place, how)
            drawn.append((axes, timeline, place))
    if strip:
        _draw_strips(panels[1::2], grid, how)
    _finish_axes(panels)
    _grow(figure, heights, panels)
    figure.draw_without_rendering()  # now the layout is known, and how long each bar is
    written = set().union(*(write_labels(*each, how) for each in drawn))
    unnamed = legend_of(how.looks, set(how.looks) - written)
    add_legend(figure, unnamed + (legend_of_strip() if strip else []))


def in_full(kind: str, name: str) -> str:
    """Name one timeline of a grid by its row and its column."""
    return ", ".join(filter(None, [kind, name]))


def place_rows(
    timelines: Sequence[Timeline], order: Sequence[str], pids: bool
) -> tuple[list[str], list[Places]]:
    """Give rows that have the same name in several timelines the same place.

    Returns
    -------
    list of str, list of dict
        The names from the top, and for each timeline the place of each of its rows.
    """
    named = [_named_rows(timeline, pids) for timeline in timelines]
    keys = list(dict.fromkeys(key for rows in named for key in rows))
    if unknown := set(order) - {name for name, _, _ in keys}:
        raise ValueError(f"no row is called {', '.join(sorted(unknown))}")
    wanted = {name: place for place, name in enumerate(order)}
    keys[1:] = sorted(keys[1:], key=lambda key: wanted.get(key[0], len(wanted)))
    places = [{row: keys.index(key) for key, row in rows.items()} for rows in named]
    return [label for _, _, label in keys], places


def _named_rows(timeline: Timeline, pids: bool) -> dict[tuple[str, int, str], Row]:
    """Find the rows by their name, which of those of this name it is, and what is written."""
    seen: Counter[str] = Counter()
    named = {}
    for row in timeline.rows_in_time():
        name = row_name(row, timeline)
        named[name, seen[name], f"{name}, pid {row[1]}" if pids else name] = row
        seen[name] += 1
    return named


def _name_rows(axes: Axes, names: Sequence[str]) -> None:
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(len(names) - 0.5, -0.6)


def _panel_title(name: str, seconds: float, columns: int) -> str:
    time = in_seconds(seconds)
    if columns == 1:
        return f"{name}: {time}"
    return textwrap.fill(name, LETTERS // columns - 4) + f"\n{time}"


def _draw_strips(
    lines: Sequence[Sequence[Axes]], grid: Mapping[str, Mapping[str, Timeline]], how: Drawing
) -> None:
    for row, line in zip(grid.values(), lines, strict=True):
        line[0].set_ylabel("cores")
        for timeline, axes in zip(row.values(), line, strict=False):
            if timeline.cpu:
                draw_strip(axes, timeline, how.begin(timeline))


def _finish_axes(panels: Sequence[Sequence[Axes]]) -> None:
    for axes in panels[-1]:
        axes.set_xlabel("seconds")
    for axes in (axes for line in panels for axes in line):
        axes.tick_params(axis="y", length=0)
        axes.spines["left"].set_visible(False)
        if not axes.has_data():
            axes.set_visible(False)


def _grow(figure: Figure, heights: Sequence[float], panels: Sequence[Sequence[Axes]]) -> None:
    """Make the figure as high as its rows, strips and titles are."""
    titles = [max(axes.get_title(loc="left").count("\n") for axes in line) for line in panels]
    named = [line[0].get_title(loc="left") != "" for line in panels]
    lines = sum(title + name for title, name in zip(titles, named, strict=True))
    figure.set_figheight(
        figure.get_figheight() + sum(heights) + lines * LINE + 0.12 * len(heights) + 0.35
    )
