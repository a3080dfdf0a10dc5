"""The charts of the course: times, costs, rates, the break-even point, speed-up, core by core."""

import itertools
import statistics
from collections.abc import Iterator, Mapping, Sequence

from helpers.picture import COLOURS, IDEAL, WIDTH, Picture, finish, new_figure
from helpers.plots import check_timeline
from helpers.timeline import Timeline

SERIES = ["#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#000000"]


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
        What the picture shows.
    ideal_name : str
        What the dashed line is called.

    Returns
    -------
    Picture
        Its text alternative is the title and the times.
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
    title : str
        What the picture shows.

    Returns
    -------
    Picture
        Its text alternative is the title and the times.
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


def plot_by_size(panels: Mapping[str, Mapping[str, Mapping[int, float]]], title: str) -> Picture:
    """Draw what several channels do, by the size of what they carry, on logarithmic axes.

    Parameters
    ----------
    panels : mapping of str to mapping of str to mapping of int to float
        For each panel what it measures: ``"messages a second"``, ``"MB a second"`` or
        ``"milliseconds"``; in it for each channel its name; and in that, for each size in bytes,
        the value.
    title : str
        What the picture shows.

    Returns
    -------
    Picture
        Its text alternative is the title and all values, with what they measure.
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
    with new_figure(WIDTH, 3.2) as figure:
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
        return finish(figure, f"{title}. {' '.join(words)}")


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
        check_timeline(timeline)
        if not timeline.cpu:
            raise ValueError("plot_cores needs recordings made with record(cpu=True)")
    cores = len(next(iter(timelines.values())).cpu[0].cores)
    longest = max(timeline.duration for timeline in timelines.values())
    with new_figure(WIDTH, len(timelines) * (0.75 + 0.22 * min(cores, 16)) + 0.4) as figure:
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
        return finish(figure, " ".join(words))


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


def _spread_out(
    labels: list[tuple[str, float, str]], gap: float
) -> Iterator[tuple[str, float, str]]:
    """Move labels apart that would be written over each other, from the lowest up."""
    lowest = -gap
    for name, height, colour in sorted(labels, key=lambda label: label[1]):
        lowest = max(height, lowest + gap)
        yield name, lowest, colour


def _duration(seconds: float) -> str:
    if seconds >= 1:
        return f"{seconds:.3g} s"
    return f"{seconds * 1000:.3g} ms" if seconds >= 1e-3 else f"{seconds * 1e6:.3g} µs"
