"""The curves of the course: break-even, speed-up, and what channels carry, by size."""

import statistics
from collections.abc import Mapping, Sequence

from matplotlib.ticker import LogLocator

from helpers.pictures.looks import HOLDING, WORK
from helpers.pictures.style import (
    DARK,
    IDEAL,
    MEASURED,
    Picture,
    add_legend,
    duration,
    finish,
    new_figure,
    number,
)

# Lines that remain apart in grey as well, by their markers; more than seven get another marker.
COLOURS = [*(look.fill for look in WORK), HOLDING.fill, DARK, "#B84A2B"]
SERIES = [*zip(COLOURS, "os^Dv*P", strict=True), *zip(COLOURS, "s^Dv*Po", strict=True)]


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
        The finding.

    Returns
    -------
    Picture
        Its text alternative is the title and the times of the shortest task.
    """
    with new_figure(2.9, title) as figure:
        axes = figure.subplots()
        axes.loglog(tasks, [time / 2 for time in alone], label="ideal", **IDEAL)
        axes.loglog(tasks, alone, "s-", color=MEASURED, label="one after another")
        axes.loglog(tasks, together, "o-", color=WORK[0].fill, label="two processes")
        axes.xaxis.set_major_formatter(lambda seconds, position: duration(seconds))
        axes.yaxis.set_major_formatter(lambda seconds, position: duration(seconds))
        axes.minorticks_off()
        axes.set(xlabel="length of one task", ylabel="time for two")
        axes.grid(True)
        add_legend(figure, axes.lines[::-1])
        times = [*zip(tasks, alone, together, strict=True)]
        task, serial, shared = map(duration, times[0])
        words = f"Tasks of {task}: {serial} one after another, {shared} in two processes."
        lines = [tuple(map(duration, each)) for each in times]
        head = ("length of one task", "two, one after another", "two, in two processes")
        return finish(figure, title, [words], [head, *lines])


def plot_speedup(
    speedups: Mapping[int, Sequence[float]],
    cores: float,
    law: Mapping[int, float],
    title: str,
    law_name: str = "Amdahl's law",
) -> Picture:
    """Draw measured speed-up by number of processes, with the ideal and Amdahl's law.

    Parameters
    ----------
    speedups : mapping of int to sequence of float
        For each number of processes, the speed-up of each repeat against the serial program.
    cores : float
        Cores' worth of CPU time that can be had; the ideal rises no further.
    law : mapping of int to float
        For each number of processes, the speed-up that Amdahl's law allows.
    title : str
        The finding.
    law_name : str
        What the line of the law is called.

    Returns
    -------
    Picture
        Its text alternative is the title, the best median, and how many cores there are.
    """
    counts = sorted(speedups)
    medians = [statistics.median(speedups[count]) for count in counts]
    below = [middle - min(speedups[count]) for count, middle in zip(counts, medians, strict=True)]
    above = [max(speedups[count]) - middle for count, middle in zip(counts, medians, strict=True)]
    usable = [min(count, cores) for count in counts]
    with new_figure(3.2, title) as figure:
        axes = figure.subplots()
        axes.plot(counts, usable, label="ideal", **IDEAL)
        axes.plot(
            counts,
            [law[count] for count in counts],
            color=WORK[1].fill,
            label=law_name.replace("\n", " "),
        )
        axes.errorbar(counts, medians, (below, above), fmt="o", color=DARK, capsize=3,
                      label="measured")  # fmt: skip
        axes.set(xlabel="processes", ylabel="speed-up", ylim=(0, max(*usable, *medians) * 1.15))
        axes.xaxis.get_major_locator().set_params(integer=True)
        axes.grid(True, axis="y")
        add_legend(figure, [*axes.containers, *axes.lines[1::-1]])
        words = f"At most {max(medians):.1f} times as fast, with {cores:.1f} cores."
        lines = [
            (str(count), *(f"{speed:.2f}" for speed in (middle, law[count])))
            for count, middle in zip(counts, medians, strict=True)
        ]
        return finish(figure, title, [words], [("processes", "median speed-up", law_name), *lines])


def plot_by_size(panels: Mapping[str, Mapping[str, Mapping[int, float]]], title: str) -> Picture:
    """Draw what several channels do, by the size of what they carry, on logarithmic axes.

    Parameters
    ----------
    panels : mapping of str to mapping of str to mapping of int to float
        For each panel what it measures: ``"messages a second"``, ``"MB a second"`` or
        ``"milliseconds"``; in it for each channel its name; and in that, for each size in bytes,
        the value.
    title : str
        The finding.

    Returns
    -------
    Picture
        Its text alternative is the title, and from where to where the first panel goes.
    """
    channels = list(dict.fromkeys(name for series in panels.values() for name in series))
    look = dict(zip(channels, SERIES, strict=False))
    with new_figure(0.7 + 1.8 * len(panels), title) as figure:
        every = figure.subplots(len(panels), 1, squeeze=False, sharex=True)[:, 0]
        for axes, (measured, series) in zip(every, panels.items(), strict=True):
            for name, values in series.items():
                colour, marker = look[name]
                axes.loglog(values.keys(), values.values(), color=colour, marker=marker, label=name)
            sizes = sorted({size for values in series.values() for size in values})
            axes.minorticks_off()
            axes.set_xticks(sizes, [bytes_in_words(size) for size in sizes])
            axes.set_ylabel(measured)
            axes.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))  # one mark tells no factor
            axes.yaxis.set_major_formatter(lambda value, position: number(value))
            axes.grid(True)
        every[-1].set_xlabel("size")
        handles = {line.get_label(): line for axes in every for line in axes.lines}
        add_legend(figure, list(handles.values()))
        measured, series = next(iter(panels.items()))
        reached = {
            f"{name} {size}": value for name in series for size, value in series[name].items()
        }
        low, high = number(min(reached.values())), number(max(reached.values()))
        lines = [
            (name, bytes_in_words(size), f"{number(value)} {measured}")
            for measured, series in panels.items()
            for name, values in series.items()
            for size, value in values.items()
        ]
        words = f"From {low} to {high} {measured}."
        return finish(figure, title, [words], [("channel", "size", "measured"), *lines])


def bytes_in_words(size: int) -> str:
    """Say a number of bytes in the largest unit that fits: ``"100 B"``, ``"1 kB"``, ``"10 MB"``."""
    for unit, bytes_of_it in [("GB", 10**9), ("MB", 10**6), ("kB", 10**3)]:
        if size >= bytes_of_it:
            return f"{size / bytes_of_it:g} {unit}"
    return f"{size} B"
