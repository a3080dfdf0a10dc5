"""The pictures of lesson 04: the price of a start, the tree of processes, random numbers."""

import statistics
import textwrap
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import psutil

from helpers.picture import COLOURS, WIDTH, Picture, finish, new_figure
from helpers.servants import SERVANTS, servant

ALIKE, DIFFERENT = COLOURS["waiting for lock"], COLOURS["computing"]


class Member(NamedTuple):
    """One process of a family.

    Attributes
    ----------
    pid, parent : int
        Its identifier, and that of the process which the system calls its parent.
    name : str
        What the picture calls it.
    """

    pid: int
    parent: int
    name: str


def find_family(names: Mapping[int, str]) -> list[Member]:
    """Look up this process and those of its descendants that a lesson is about.

    Parameters
    ----------
    names : mapping of int to str
        For each pid of interest its name; this process should be among them.

    Returns
    -------
    list of Member
        Those that are running, parents before their children; also the fork server and the
        resource tracker, if they run.
    """
    root = psutil.Process()
    family = []
    for process in [root, *root.children(recursive=True)]:
        try:
            if name := names.get(process.pid) or servant(process):
                family.append(Member(process.pid, process.ppid(), name))
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            continue
    return family


def plot_family(family: Sequence[Member], title: str) -> Picture:
    """Draw who is whose parent, from left to right.

    Parameters
    ----------
    family : sequence of Member
        Parents before their children; the first is the root.
    title : str
        What the picture shows.

    Returns
    -------
    Picture
        Its text alternative is the title and a sentence for each parent.
    """
    places = _places(family)
    by_pid = {each.pid: each for each in family}
    rows = 1 + max(row for _, row in places.values())
    with new_figure(WIDTH, 0.5 + 0.6 * rows) as figure:
        axes = figure.subplots()
        for each in family:
            depth, row = places[each.pid]
            servant = each.name in SERVANTS.values()
            axes.text(depth, row, f"{each.name}\npid {each.pid}", ha="center", va="center",
                      bbox={"boxstyle": "round,pad=0.5", "edgecolor": "#606060",
                            "facecolor": "#e4e4e4" if servant else "#d6ebf7"})  # fmt: skip
            if each.parent in by_pid:
                left, above = places[each.parent]
                axes.plot([left, depth - 0.5, depth - 0.5, depth], [above, above, row, row],
                          color="#606060", linewidth=1.2, zorder=0)  # fmt: skip
        deepest = max(depth for depth, _ in places.values())
        axes.set(title=title, xlim=(-0.4, max(deepest, 2) + 0.4), ylim=(rows - 0.5, -0.5))
        axes.axis("off")
        return finish(figure, f"{title}. {_in_words(family)}".strip())


def plot_starts(seconds: Mapping[str, Sequence[float]], title: str) -> Picture:
    """Draw what it took to start and join a process: a dot for each, a line for the median.

    Parameters
    ----------
    seconds : mapping of str to sequence of float
        For each way the time of each process.
    title : str
        What the picture shows.

    Returns
    -------
    Picture
        Its text alternative is the title and the medians.
    """
    middles = {way: 1000 * statistics.median(times) for way, times in seconds.items()}
    with new_figure(WIDTH, 1.0 + 0.45 * len(seconds)) as figure:
        axes = figure.subplots()
        axes.barh(range(len(middles)), list(middles.values()), height=0.6, color="#b3d4e8")
        for row, (way, times) in enumerate(seconds.items()):
            spread = [row + 0.4 * (n / max(1, len(times) - 1) - 0.5) for n in range(len(times))]
            axes.plot([1000 * time for time in times], spread, "o", color=COLOURS["computing"],
                      markersize=3.5)  # fmt: skip
            axes.annotate(f"median {middles[way]:.1f} ms", (1000 * max(times), row), (8, 0),
                          textcoords="offset points", va="center")  # fmt: skip
        axes.set_yticks(range(len(seconds)), list(seconds))
        axes.invert_yaxis()
        longest = 1000 * max(max(times) for times in seconds.values())
        axes.set(title=title, xlabel="milliseconds", xlim=(0, longest * 1.35))
        axes.tick_params(axis="y", length=0)
        words = ", ".join(f"{way} {middle:.1f} ms" for way, middle in middles.items())
        return finish(figure, f"{title}. Medians: {words}.")


def plot_draws(draws: Mapping[str, Mapping[str, Sequence[float]]], title: str) -> Picture:
    """Draw the random numbers of several children as dots, so that repeats catch the eye.

    Parameters
    ----------
    draws : mapping of str to mapping of str to sequence of float
        For each source of numbers, for each child, its numbers from 0 to 1.
    title : str
        What the picture shows.

    Returns
    -------
    Picture
        Its text alternative is the title, and for each source whether the children differ.
    """
    words = []
    with new_figure(WIDTH, 0.7 + 0.75 * len(draws)) as figure:
        every = figure.subplots(len(draws), 1, squeeze=False, sharex=True)[:, 0]
        for axes, (source, children) in zip(every, draws.items(), strict=True):
            different = len({tuple(numbers) for numbers in children.values()})
            every_one = different == len(children)
            said = "all differ" if every_one else "all alike" if different == 1 else "some alike"
            colour = DIFFERENT if every_one else ALIKE
            for row, numbers in enumerate(children.values()):
                axes.plot(numbers, [row] * len(numbers), "o", markersize=4.5,
                          color=colour)  # fmt: skip
            axes.set(xlim=(-0.02, 1.02), ylim=(len(children) - 0.5, -0.5))
            axes.set_yticks(range(len(children)), list(children), fontsize=7)
            axes.set_ylabel(textwrap.fill(source, 16),
                            rotation=0, ha="right", va="center", labelpad=8)  # fmt: skip
            axes.tick_params(length=0)
            axes.spines[:].set_visible(False)
            axes.grid(True, axis="y")
            axes.text(1.01, 0.5, said, transform=axes.transAxes, va="center",
                      color=colour)  # fmt: skip
            words.append(f"{source}: {said}.")
        every[0].set_title(title)
        return finish(figure, f"{title}. {' '.join(words)}")


def _places(family: Sequence[Member]) -> dict[int, tuple[int, float]]:
    """Give each its depth and its row: a parent beside the first of its children."""
    places: dict[int, tuple[int, float]] = {}
    free = 0

    def place(member: Member, depth: int) -> None:
        nonlocal free
        places[member.pid] = (depth, free)
        children = [each for each in family if each.parent == member.pid]
        for child in children:
            place(child, depth + 1)
        if not children:
            free += 1

    place(family[0], 0)
    return places


def _in_words(family: Sequence[Member]) -> str:
    sentences = []
    for member in family:
        children = [each.name for each in family if each.parent == member.pid]
        if children:
            sentences.append(f"{member.name} is the parent of {', '.join(children)}.")
    return " ".join(sentences)
