"""The charts of the course: how long each way took, what a step costs, what starting takes."""

import statistics
from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes

from helpers.pictures.style import (
    DARK,
    IDEAL,
    MEASURED,
    PALE,
    Picture,
    duration,
    finish,
    in_seconds,
    in_words,
    new_figure,
)


def plot_times(
    seconds: Mapping[str, float], ideal: float, title: str, ideal_name: str = "ideal"
) -> Picture:
    """Draw how long each way took, as bars, with the ideal as a dashed line.

    Parameters
    ----------
    seconds : mapping of str to float
        For each way its time.
    ideal : float
        The time in seconds that no way can beat.
    title : str
        The finding.
    ideal_name : str
        What the dashed line is called.

    Returns
    -------
    Picture
        Its text alternative is the title, and the times or from where to where they go.
    """
    with new_figure(1.1 + 0.36 * len(seconds), title) as figure:
        axes = figure.subplots()
        axes.barh(list(seconds), list(seconds.values()), color=MEASURED, height=0.6)
        for place, time in enumerate(seconds.values()):
            _write_at_end(axes, time, place, in_seconds(time))
        axes.axvline(ideal, **IDEAL)
        axes.annotate(f"{ideal_name}, {in_seconds(ideal)}", (ideal, 1), (0, 3), va="bottom",
                      xycoords=axes.get_xaxis_transform(), textcoords="offset points",
                      color=DARK)  # fmt: skip
        axes.set(xlabel="seconds", xlim=(0, max(*seconds.values(), ideal) * 1.02))
        _name_rows(axes, len(seconds))
        table = [("way", "time"), *((way, in_seconds(time)) for way, time in seconds.items())]
        return finish(figure, title, [in_words(seconds, in_seconds)], table)


def plot_costs(seconds: Mapping[str, float], title: str) -> Picture:
    """Draw what one step costs by each way, the cheapest on top.

    Each line of the scale is ten times the last.

    Parameters
    ----------
    seconds : mapping of str to float
        For each way the time of one step, in seconds.
    title : str
        The finding.

    Returns
    -------
    Picture
        Its text alternative is the title, and the costs or from where to where they go.
    """
    costs = dict(sorted(seconds.items(), key=lambda each: each[1]))
    cheapest, *_, dearest = [*costs.values(), *costs.values()]
    with new_figure(0.8 + 0.3 * len(costs), title) as figure:
        axes = figure.subplots()
        places = range(len(costs))
        axes.hlines(places, cheapest / 3, list(costs.values()), color=PALE, linewidth=2)
        axes.scatter(list(costs.values()), places, color=MEASURED, zorder=2)
        for place, cost in enumerate(costs.values()):
            _write_at_end(axes, cost, place, duration(cost), away=8)
        axes.set(xscale="log", xlabel="time of one step", xlim=(cheapest / 3, dearest * 1.5))
        axes.xaxis.set_major_formatter(lambda cost, position: duration(cost))
        axes.minorticks_off()
        axes.set_yticks(places, costs)
        _name_rows(axes, len(costs))
        table = [("way", "time of one step"), *((way, duration(costs[way])) for way in costs)]
        return finish(figure, title, [in_words(seconds, duration)], table)


def plot_starts(seconds: Mapping[str, Sequence[float]], title: str) -> Picture:
    """Draw what it took to start and join a process: a dot for each, a bar for the median.

    Parameters
    ----------
    seconds : mapping of str to sequence of float
        For each way the time of each process.
    title : str
        The finding.

    Returns
    -------
    Picture
        Its text alternative is the title and the medians, or from where to where they go.
    """
    middles = {way: statistics.median(times) for way, times in seconds.items()}
    with new_figure(0.85 + 0.36 * len(seconds), title) as figure:
        axes = figure.subplots()
        axes.barh(list(seconds), [1000 * middle for middle in middles.values()], height=0.64,
                  color=PALE)  # fmt: skip
        for place, (way, times) in enumerate(seconds.items()):
            spread = [place + 0.4 * (n / max(1, len(times) - 1) - 0.5) for n in range(len(times))]
            axes.plot([1000 * time for time in times], spread, "o", color=DARK, markersize=3.5)
            _write_at_end(axes, 1000 * max(times), place, f"median {duration(middles[way])}", 8)
        longest = 1000 * max(max(times) for times in seconds.values())
        axes.set(xlabel="milliseconds", xlim=(0, longest * 1.02))
        _name_rows(axes, len(seconds))
        head = ("way", "median", "fastest", "slowest")
        lines = [
            (way, *map(duration, (middles[way], min(times), max(times))))
            for way, times in seconds.items()
        ]
        return finish(figure, title, [f"Medians: {in_words(middles, duration)}"], [head, *lines])


def _write_at_end(axes: Axes, end: float, place: float, words: str, away: float = 5) -> None:
    axes.annotate(words, (end, place), (away, 0), textcoords="offset points", va="center")


def _name_rows(axes: Axes, rows: int) -> None:
    axes.set_ylim(rows - 0.5, -0.5)
    axes.tick_params(axis="y", length=0)
