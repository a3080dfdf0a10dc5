"""The charts of the course: times, costs, starts, memory, and numbers drawn by chance."""

import statistics
import textwrap
from collections.abc import Mapping, Sequence

from helpers.pictures.style import COLOURS, IDEAL, WIDTH, Picture, finish, new_figure
from helpers.system.memory import MB, Memory

ALIKE, DIFFERENT = COLOURS["waiting for lock"], COLOURS["computing"]


def plot_times(
    seconds: Mapping[str, float], ideal: float, title: str, ideal_name: str = "ideal"
) -> Picture:
    """Draw how long each way took, as bars, with the ideal as a dashed line.

    Parameters
    ----------
    seconds : mapping of str to float
        For each way its time, in seconds.
    ideal : float
        The time in seconds that no way can beat.
    """
    with new_figure(WIDTH, 1.0 + 0.35 * len(seconds)) as figure:
        axes = figure.subplots()
        names, times = list(seconds), list(seconds.values())
        bars = axes.barh(names, times, color=COLOURS["computing"], height=0.6)
        axes.bar_label(bars, fmt=" %.2f s")
        axes.axvline(ideal, **IDEAL)
        axes.text(ideal, 1.0, f" {ideal_name}", color=IDEAL["color"], va="bottom",
                  transform=axes.get_xaxis_transform())  # fmt: skip
        axes.invert_yaxis()
        axes.set(xlabel="seconds", xlim=(0, max(*times, ideal) * 1.15))
        axes.set_title(title, pad=20)
        axes.tick_params(axis="y", length=0)
        words = ", ".join(f"{name} {time:.2f} s" for name, time in seconds.items())
        return finish(figure, f"{title}. {words}; {ideal_name} {ideal:.2f} s.")


def plot_costs(seconds: Mapping[str, float], title: str) -> Picture:
    """Draw what one step costs by each way, on a scale where each line is ten times the last.

    Parameters
    ----------
    seconds : mapping of str to float
        For each way the time of one step, in seconds.
    """
    with new_figure(WIDTH, 1.0 + 0.3 * len(seconds)) as figure:
        axes = figure.subplots()
        places = range(len(seconds))
        cheapest = min(seconds.values())
        axes.hlines(places, cheapest / 3, list(seconds.values()), color="#d0d0d0", zorder=1)
        axes.scatter(list(seconds.values()), places, color=COLOURS["computing"], zorder=2)
        for place, cost in zip(places, seconds.values(), strict=True):
            axes.annotate(_duration(cost), (cost, place), (8, 0), va="center",
                          textcoords="offset points")  # fmt: skip
        axes.set_xscale("log")
        axes.xaxis.set_major_formatter(lambda cost, position: _duration(cost))
        axes.set(xlabel="one step", title=title, xlim=(cheapest / 3, max(seconds.values()) * 5))
        axes.set_yticks(places, seconds)
        axes.set_ylim(len(seconds) - 0.4, -0.6)
        axes.tick_params(axis="y", length=0)
        words = ", ".join(f"{name} {cost * 1000:.4f} ms" for name, cost in seconds.items())
        return finish(figure, f"{title}. {words}.")


def plot_starts(seconds: Mapping[str, Sequence[float]], title: str) -> Picture:
    """Draw what it took to start and join a process: a dot for each, a line for the median.

    Parameters
    ----------
    seconds : mapping of str to sequence of float
        For each way the time of each process, in seconds.
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


def plot_memory(groups: Mapping[str, Sequence[Memory]], title: str) -> Picture:
    """Draw the memory of a parent and its children, a group for each way to start them.

    Parameters
    ----------
    groups : mapping of str to sequence of Memory
        For each way its name, and the memory of the parent and of each child.
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


def plot_draws(draws: Mapping[str, Mapping[str, Sequence[float]]], title: str) -> Picture:
    """Draw the random numbers of several children as dots, so that repeats catch the eye.

    Parameters
    ----------
    draws : mapping of str to mapping of str to sequence of float
        For each source of numbers, for each child, its numbers from 0 to 1.
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


def _duration(seconds: float) -> str:
    if seconds >= 1:
        return f"{seconds:.3g} s"
    return f"{seconds * 1000:.3g} ms" if seconds >= 1e-3 else f"{seconds * 1e6:.3g} µs"
