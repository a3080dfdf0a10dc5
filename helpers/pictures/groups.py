"""Charts of groups: the memory of parents and children, and numbers that children drew."""

import math
import textwrap
from collections.abc import Mapping, Sequence

from helpers.pictures.looks import WORK
from helpers.pictures.style import DARK, MEASURED, PALE, Picture, add_legend, finish, new_figure

MB = 1_000_000
ALIKE = WORK[1].fill  # plum: repeats have to catch the eye


def plot_memory(groups: Mapping[str, Sequence[tuple[float, float]]], title: str) -> Picture:
    """Draw the memory of a parent and its children, a group for each way to start them.

    Parameters
    ----------
    groups : mapping of str to sequence of Memory
        For each way its name, and of the parent and of each child the bytes that it has (rss),
        and those that it has for itself alone (uss).
    title : str
        The finding.

    Returns
    -------
    Picture
        Its text alternative is the title, and what the first child of each way has for itself.
    """
    rows = [
        (f"{way}: parent" if number == 0 else f"child {number}", place + 0.5 * gap, *memory)
        for gap, way, number, place, memory in _numbered(groups)
    ]
    names, places, rss, uss = zip(*rows, strict=True)
    with new_figure(0.55 + 0.25 * (places[-1] + 1), title) as figure:
        axes = figure.subplots()
        for values, colour, label in [
            (rss, PALE, "rss: all it has in memory"),
            (uss, MEASURED, "uss: for itself alone"),
        ]:
            axes.barh(places, [value / MB for value in values], color=colour, label=label)
        axes.set_yticks(places, names)
        axes.set(xlabel="megabytes", ylim=(places[-1] + 0.6, -0.6))
        axes.tick_params(axis="y", length=0)
        add_legend(figure, axes.containers)
        words = [
            f"{way}: a child has {_megabytes(group[1][1])} for itself alone."
            for way, group in list(groups.items())[:3]
        ]
        lines = [
            (way, "parent" if number == 0 else f"child {number}", *map(_megabytes, memory))
            for _, way, number, _, memory in _numbered(groups)
        ]
        return finish(figure, title, words, [("started by", "process", "rss", "uss"), *lines])


def _numbered(groups: Mapping[str, Sequence[tuple[float, float]]]) -> list[tuple]:
    """List the number of the group, its way, the number in it, in all, and the memory."""
    every = [
        (group, way, number, memory)
        for group, (way, family) in enumerate(groups.items())
        for number, memory in enumerate(family)
    ]
    return [(*each[:3], place, each[3]) for place, each in enumerate(every)]


def _megabytes(size: float) -> str:
    return "unknown" if math.isnan(size) else f"{size / MB:.0f} MB"


def plot_draws(draws: Mapping[str, Mapping[str, Sequence[float]]], title: str) -> Picture:
    """Draw the random numbers of several children as dots, so that repeats catch the eye.

    Parameters
    ----------
    draws : mapping of str to mapping of str to sequence of float
        For each source of numbers, for each child, its numbers from 0 to 1.
    title : str
        The finding.

    Returns
    -------
    Picture
        Its text alternative is the title, and for each source whether the children differ.
    """
    with new_figure(0.5 + 0.8 * len(draws), title) as figure:
        every = figure.subplots(len(draws), 1, squeeze=False, sharex=True)[:, 0]
        for axes, (source, children) in zip(every, draws.items(), strict=True):
            said = _compare(children)
            colour = DARK if said == "all differ" else ALIKE
            for row, numbers in enumerate(children.values()):
                axes.plot(numbers, [row] * len(numbers), "o", markersize=4.5, color=colour)
            axes.set(xlim=(-0.02, 1.02), ylim=(len(children) - 0.5, -0.5))
            axes.set_yticks(range(len(children)), list(children))
            axes.set_ylabel(textwrap.fill(source, 12), rotation=0, ha="right", va="center")
            axes.tick_params(length=0)
            axes.spines[:].set_visible(False)
            axes.grid(True, axis="y")
            axes.text(1.02, 0.5, said.replace(" ", "\n"), transform=axes.transAxes, va="center",
                      color=colour)  # fmt: skip
        every[-1].set_xlabel("the numbers drawn, from 0 to 1")
        words = [f"{source}: {_compare(children)}." for source, children in draws.items()]
        lines = [
            (source, child, " ".join(f"{number:.2f}" for number in numbers))
            for source, children in draws.items()
            for child, numbers in children.items()
        ]
        return finish(figure, title, words, [("source", "child", "numbers"), *lines])


def _compare(children: Mapping[str, Sequence[float]]) -> str:
    different = len({tuple(numbers) for numbers in children.values()})
    if different == len(children):
        return "all differ"
    return "all alike" if different == 1 else "some alike"
