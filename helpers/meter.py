"""How much memory processes use, measured from outside, and the chart of it."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import psutil

from helpers.picture import COLOURS, WIDTH, Picture, finish, new_figure

MB = 1_000_000


class Memory(NamedTuple):
    """The memory of one process.

    Attributes
    ----------
    rss : int
        Bytes that it has in the machine's memory, shared with others or not (resident set size).
    uss : float
        Bytes that it has for itself alone, and that would be free without it (unique set size);
        NaN where the system does not tell.
    """

    rss: int
    uss: float


def measure(pids: Iterable[int]) -> list[Memory]:
    """Measure the memory of processes that are alive.

    Parameters
    ----------
    pids : iterable of int
        Their identifiers.

    Returns
    -------
    list of Memory
        In the same order.

    Notes
    -----
    Source: ``Process.memory_full_info`` in psutil's documentation. macOS tells the unique set
    size of other processes only to root.
    """
    return [_measure(psutil.Process(pid)) for pid in pids]


def plot_memory(groups: Mapping[str, Sequence[Memory]], title: str) -> Picture:
    """Draw the memory of a parent and its children, a group for each way to start them.

    Parameters
    ----------
    groups : mapping of str to sequence of Memory
        For each way its name, and the memory of the parent and of each child.
    title : str
        What the picture shows.

    Returns
    -------
    Picture
        Its text alternative is the title and the numbers.
    """
    rows = [
        (f"{name}: {'parent' if number == 0 else f'child {number}'}", memory)
        for name, group in groups.items()
        for number, memory in enumerate(group)
    ]
    names = [name for name, _ in rows]
    with new_figure(WIDTH, 0.9 + 0.28 * len(rows)) as figure:
        axes = figure.subplots()
        for label, colour, values in [
            ("rss: all that it has in memory", "#c8dcec", [memory.rss for _, memory in rows]),
            ("uss: for itself alone", COLOURS["computing"], [memory.uss for _, memory in rows]),
        ]:
            axes.barh(names, [value / MB for value in values], color=colour, label=label)
        axes.invert_yaxis()
        axes.set(xlabel="megabytes", title=title)
        axes.tick_params(axis="y", length=0)
        figure.legend(loc="outside lower center", ncols=2)
        words = [
            f"{name}: rss {memory.rss / MB:.0f} MB, uss {memory.uss / MB:.0f} MB."
            for name, memory in rows
        ]
        return finish(figure, f"{title}. {' '.join(words)}")


def _measure(process: psutil.Process) -> Memory:
    try:
        return Memory(process.memory_info().rss, process.memory_full_info().uss)
    except psutil.AccessDenied:
        return Memory(process.memory_info().rss, math.nan)
