"""The picture of the course: which process did what, when, and on how many cores."""

import os
from collections.abc import Iterable, Mapping, Sequence

from helpers.pictures.bars import Drawing, check_timeline
from helpers.pictures.grid import draw_grid, in_full
from helpers.pictures.looks import Look, looks
from helpers.pictures.staircase import plot_staircase
from helpers.pictures.style import Picture, finish, in_seconds, in_words, new_figure
from helpers.recording.timeline import Timeline

NAMED = 12  # rows that can have a name each; more are drawn as a staircase


def plot_timeline(
    timeline: Timeline,
    title: str = "",
    *,
    order: Sequence[str] = (),
    ends: Mapping[str, str] | None = None,
    cut: str = "killed",
    pids: bool = False,
    from_start: bool = False,
) -> Picture:
    """Draw who did what, when: a row a process, and under it the cores that were busy.

    The strip of cores is there if the CPU was sampled and the work kept a core busy. More than
    12 rows are drawn as a staircase.

    Parameters
    ----------
    timeline : Timeline
        A recording that has ended.
    title : str
        The finding; by default, how many cores the work kept busy.
    order : sequence of str
        Names of rows, from the top; the others follow in the order of events.
    ends : mapping of str to str
        For names of rows, what stands at the end of their bars, such as ``"26 ms"``.
    cut : str
        What stands beside a bar that was cut, unless `ends` says something else.
    pids : bool
        Write the pid of each process beside its name.
    from_start : bool
        Time begins with the recording and not with the first span.

    Returns
    -------
    Picture
        Its text alternative is the title and ``timeline.sentence()``.
    """
    check_timeline(timeline)
    title = title or f"The work kept {timeline.cores_busy:.1f} of {os.cpu_count()} cores busy"
    if len(timeline.rows_in_time()) > NAMED:
        return plot_staircase(timeline, title)
    how = Drawing(_looks([timeline]), ends or {}, cut, from_start)
    with new_figure(0.2, title) as figure:
        draw_grid(figure, {"": {"": timeline}}, order, how, pids)
        return finish(figure, title, [timeline.sentence()], timeline.lines())


def plot_timelines(
    timelines: Mapping[str, Timeline | Mapping[str, Timeline]],
    title: str = "",
    *,
    order: Sequence[str] = (),
    cut: str = "killed",
    from_start: bool = False,
) -> Picture:
    """Draw several timelines on one scale of time, to compare them at a glance.

    Parameters
    ----------
    timelines : mapping of str to Timeline, or of str to mapping of str to Timeline
        For each timeline its name: they are drawn one below the other. Or for each row of a grid
        its name, and in it for each column its name.
    title : str
        The finding.
    order, cut, from_start
        As for `plot_timeline`.

    Returns
    -------
    Picture
        Its text alternative is the title, and how long the work took in each.
    """
    grid = {kind: row if isinstance(row, Mapping) else {"": row} for kind, row in timelines.items()}
    named = {in_full(kind, name): grid[kind][name] for kind in grid for name in grid[kind]}
    for timeline in named.values():
        check_timeline(timeline)
    how = Drawing(_looks(named.values()), {}, cut, from_start)
    words = in_words({name: how.seconds(timeline) for name, timeline in named.items()}, in_seconds)
    head = ("picture", *next(iter(named.values())).lines()[0])
    lines = [(name, *line) for name, each in named.items() for line in each.lines()[1:]]
    with new_figure(0.2, title) as figure:
        draw_grid(figure, grid, order, how)
        return finish(figure, title or "; ".join(named), [words], [head, *lines])


def _looks(timelines: Iterable[Timeline]) -> dict[str, Look]:
    return looks(span.label for timeline in timelines for span in timeline.spans)
