"""How many cores were busy: the strip below a timeline, and each core of several recordings."""

from collections.abc import Mapping

import matplotlib
from matplotlib.axes import Axes
from matplotlib.patches import Patch

from helpers.pictures.bars import check_timeline
from helpers.pictures.style import IDEAL, Picture, add_legend, finish, new_figure
from helpers.recording.timeline import Timeline

STRIP = 0.7  # inches
OURS, OTHERS = "#484848", "#C8C8C8"
LEGEND = {"cores busy with our work": OURS, "with other programs": OTHERS}
CORES = "Greys"
SHADES = {"idle": 0.0, "half busy": 0.5, "busy": 1.0}


def draw_strip(axes: Axes, timeline: Timeline, begin: float) -> None:
    """Draw the cores that our work kept busy, and on top of them those of other programs."""
    cores = len(timeline.cpu[0].cores)
    load = timeline.load()
    edges = [load[0].start - begin, *(piece.end - begin for piece in load)]
    ours = [piece.ours for piece in load]
    both = [piece.ours + piece.others for piece in load]
    axes.stairs(both, edges, fill=True, color=OTHERS)
    axes.stairs(ours, edges, fill=True, color=OURS)
    axes.axhline(cores, **IDEAL)
    axes.set(ylim=(0, cores * 1.15), yticks=[0, cores])


def legend_of_strip() -> list[Patch]:
    """Give what a legend needs to name the layers of the strip."""
    return [Patch(color=colour, label=label) for label, colour in LEGEND.items()]


def plot_cores(timelines: Mapping[str, Timeline], title: str = "") -> Picture:
    """Draw how busy each core was over time, the darker the busier, a strip for each recording.

    Parameters
    ----------
    timelines : mapping of str to Timeline
        For each recording, made with ``cpu=True``, its name.
    title : str
        The finding.

    Returns
    -------
    Picture
        Its text alternative is the title, and how many cores the work kept busy in each.
    """
    for timeline in timelines.values():
        check_timeline(timeline)
        if not timeline.cpu:
            raise ValueError("plot_cores needs recordings made with record(cpu=True)")
    cores = len(next(iter(timelines.values())).cpu[0].cores)
    longest = max(timeline.duration for timeline in timelines.values())
    height = 0.7 + len(timelines) * (0.35 + _height(cores))
    with new_figure(height, title) as figure:
        every = figure.subplots(len(timelines), 1, squeeze=False, sharex=True)[:, 0]
        for (name, timeline), axes in zip(timelines.items(), every, strict=True):
            _draw_cores(axes, timeline, cores)
            axes.set(title=f"{name}: {_busy(timeline.cores_busy)}", xlim=(0, longest))
        every[-1].set_xlabel("seconds")
        add_legend(figure, [_shade(label, busy) for label, busy in SHADES.items()])
        words = [f"{name}: {_busy(each.cores_busy)}." for name, each in timelines.items()][:3]
        lines = [(name, f"{each.cores_busy:.2f}") for name, each in timelines.items()]
        head = ("recording", "cores that the work kept busy")
        return finish(figure, title or "; ".join(timelines), words, [head, *lines])


def _height(cores: int) -> float:
    return max(0.4, 0.22 * min(cores, 12))


def _busy(cores: float) -> str:
    return f"{cores:.1f} cores busy"


def _draw_cores(axes: Axes, timeline: Timeline, cores: int) -> None:
    edges = [0.0, *(sample.time for sample in timeline.cpu)]
    heat = list(zip(*(sample.cores for sample in timeline.cpu), strict=True))
    axes.pcolormesh(edges, range(cores + 1), heat, cmap=CORES, vmin=0, vmax=1)
    shown = range(cores) if cores <= 8 else [0, cores - 1]
    axes.set_yticks([core + 0.5 for core in shown], map(str, shown))
    axes.set_ylabel("core")
    axes.invert_yaxis()
    axes.spines[["top", "right"]].set_visible(True)


def _shade(label: str, busy: float) -> Patch:
    return Patch(facecolor=matplotlib.colormaps[CORES](busy), edgecolor="#606060", label=label)
