"""The curves of the course: break-even, speed-up, and what channels carry, by size."""

import itertools
import statistics
from collections.abc import Iterator, Mapping, Sequence

from helpers.pictures.style import COLOURS, IDEAL, WIDTH, Picture, finish, new_figure

SERIES = ["#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#000000"]


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
    """
    with new_figure(WIDTH, 3.0) as figure:
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
        return finish(figure, f"{title}. {' '.join(words)}")


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
    """
    counts = sorted(speedups)
    medians = [statistics.median(speedups[count]) for count in counts]
    below = [middle - min(speedups[count]) for count, middle in zip(counts, medians, strict=True)]
    above = [max(speedups[count]) - middle for count, middle in zip(counts, medians, strict=True)]
    usable = [min(count, cores) for count in counts]
    with new_figure(WIDTH, 3.2) as figure:
        axes = figure.subplots()
        axes.plot(counts, usable, **IDEAL)
        axes.plot(counts, [law[count] for count in counts], color=COLOURS["holding lock"])
        axes.errorbar(counts, medians, (below, above), fmt="o", color=COLOURS["computing"],
                      capsize=3)  # fmt: skip
        for name, last, colour in _spread_out(
            [
                ("ideal", usable[-1], IDEAL["color"]),
                (law_name, law[counts[-1]], COLOURS["holding lock"]),
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
        return finish(figure, f"{title}. {' '.join(words)}")


def plot_by_size(panels: Mapping[str, Mapping[str, Mapping[int, float]]], title: str) -> Picture:
    """Draw what several channels do, by the size of what they carry, on logarithmic axes.

    Parameters
    ----------
    panels : mapping of str to mapping of str to mapping of int to float
        For each panel what it measures: ``"messages a second"``, ``"MB a second"`` or
        ``"milliseconds"``; in it for each channel its name; and in that, for each size in bytes,
        the value.
    """
    channels = list(dict.fromkeys(name for series in panels.values() for name in series))
    colours = dict(zip(channels, itertools.cycle(SERIES), strict=False))
    with new_figure(WIDTH, 3.2) as figure:
        words = []
        every = figure.subplots(1, len(panels), squeeze=False)[0]
        for axes, (measured, series) in zip(every, panels.items(), strict=True):
            for name, values in series.items():
                axes.loglog(values.keys(), values.values(), "o-", color=colours[name], label=name)
                words += [f"{name}, {bytes_in_words(size)}: {value:,.3f} {measured}."
                          for size, value in values.items()]  # fmt: skip
            axes.set(xlabel="size", ylabel=measured)
            axes.xaxis.set_major_formatter(lambda size, position: bytes_in_words(round(size)))
            axes.yaxis.set_major_formatter(lambda value, position: f"{value:,g}")
            axes.grid(True)
        figure.suptitle(title, x=0.01, ha="left")
        handles, labels = every[0].get_legend_handles_labels()
        figure.legend(handles, labels, loc="outside lower center", ncols=4)
        return finish(figure, f"{title}. {' '.join(words)}")


def bytes_in_words(size: int) -> str:
    """Say a number of bytes in the largest unit that fits: ``"100 B"``, ``"1 kB"``, ``"10 MB"``."""
    for unit, bytes_of_it in [("GB", 10**9), ("MB", 10**6), ("kB", 10**3)]:
        if size >= bytes_of_it:
            return f"{size / bytes_of_it:g} {unit}"
    return f"{size} B"


def _spread_out(
    labels: list[tuple[str, float, str]], gap: float
) -> Iterator[tuple[str, float, str]]:
    """Move labels apart that would be written over each other, from the lowest up."""
    lowest = -gap
    for name, height, colour in sorted(labels, key=lambda label: label[1]):
        lowest = max(height, lowest + gap)
        yield name, lowest, colour
