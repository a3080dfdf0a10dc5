"""The rows of a timeline: bars with their labels, torn ends, notes, and words at the ends."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.patches import Patch
from matplotlib.path import Path
from matplotlib.patheffects import withStroke

from helpers.pictures.looks import Look, ink
from helpers.recording.timeline import Span, Timeline, is_inside

Row = tuple[str, int, str]  # process, pid and thread

ROW = 0.36  # inches from one row to the next
HEIGHT = 0.76  # of a bar, in rows; one inside another has 0.6 of its height
NOTE = {"marker": "v", "color": "#303030", "markersize": 5, "clip_on": False}
TEETH = [(0.25 * (-1) ** tooth, 1 - tooth / 4) for tooth in range(9)]
TORN = Path([*TEETH, (0.6, -1), (0.6, 1), TEETH[0]])  # what is missing at the end of a bar
ZIGZAG = Path(TEETH)


class Drawing(NamedTuple):
    """What is the same for all timelines of a picture; see `plot_timeline`."""

    looks: Mapping[str, Look]
    ends: Mapping[str, str]
    cut: str
    from_start: bool

    def begin(self, timeline: Timeline) -> float:
        """Say which moment of a recording is zero in the picture."""
        return 0.0 if self.from_start else timeline.first_moment

    def seconds(self, timeline: Timeline) -> float:
        """Say how long a recording is in the picture."""
        end = timeline.duration if self.from_start else timeline.last_moment
        return end - self.begin(timeline)


def check_timeline(timeline: object) -> None:
    """Raise an error that says what is wrong if this is no recording that has ended."""
    if not isinstance(timeline, Timeline):
        raise TypeError(f"expected a Timeline, not {timeline!r}")
    if not timeline.duration:
        raise ValueError("this recording has not ended: draw it after the with block")


def draw_rows(axes: Axes, timeline: Timeline, places: Mapping[Row, int], how: Drawing) -> None:
    """Draw all but the labels: how long a bar is in inches is not known before the layout."""
    zero = how.begin(timeline)
    axes.plot([0, how.seconds(timeline)], [0, 0], color="#A0A0A0", zorder=0)  # the parent is there
    for span in timeline.spans:
        place, height = places[_row(span)], _height(span, timeline)
        look = how.looks[span.label]
        axes.barh(place, span.end - span.start, left=span.start - zero, height=height,
                  color=look.fill, edgecolor=look.edge, linewidth=look.width, hatch=look.hatch,
                  zorder=2 - height)  # fmt: skip
        if span.cut:
            _tear(axes, span.end - zero, place, height)
    for note in timeline.notes:
        axes.plot(note.time - zero, places[_row(note)] - 0.43, **NOTE)
    _write_at_ends(axes, timeline, places, how)


def _height(span: Span, timeline: Timeline) -> float:
    return HEIGHT * 0.6 ** sum(is_inside(span, outer) for outer in timeline.spans)


def _tear(axes: Axes, end: float, place: int, height: float) -> None:
    """End a bar in a zigzag, whose size is in points and so the same for short and long bars."""
    points = 72 * ROW * height * 1.05
    for part, fill, edge in [(TORN, "white", "none"), (ZIGZAG, "none", "black")]:
        axes.plot(end, place, marker=part, markersize=points, clip_on=False, zorder=3,
                  markeredgewidth=1.6, markerfacecolor=fill, markeredgecolor=edge)  # fmt: skip


def _write_at_ends(axes: Axes, timeline: Timeline, places: Mapping[Row, int], how: Drawing) -> None:
    zero = how.begin(timeline)
    for row, place in places.items():
        spans = [span for span in timeline.spans if _row(span) == row]
        word = how.ends.get(row_name(row, timeline), how.cut * any(span.cut for span in spans))
        if spans and word:
            end = max(span.end for span in spans) - zero
            axes.annotate(word, (end, place), (11 if spans[-1].cut else 5, 0),
                          textcoords="offset points", va="center")  # fmt: skip


def row_name(row: Row, timeline: Timeline) -> str:
    """Say what a row is called: the notebook, a thread that has a name, or a process."""
    process, pid, thread = row
    if thread != "MainThread":
        return thread
    return "notebook" if (process, pid) == (timeline.parent, timeline.pid) else process


def write_labels(
    axes: Axes, timeline: Timeline, places: Mapping[Row, int], how: Drawing
) -> set[str]:
    """Write each label once in a row, where there is room; return those that were written."""
    written = set()
    zero, inches = how.begin(timeline), _inches_a_second(axes)
    for row, place in places.items():
        for label in how.looks:
            spans = [span for span in timeline.spans if (_row(span), span.label) == (row, label)]
            start, end = max((_free_part(span, timeline) for span in spans),
                             key=lambda part: part[1] - part[0], default=(0, 0))  # fmt: skip
            if _width(label, axes) + 0.1 < (end - start) * inches:
                _write_on_bar(axes, (start + end) / 2 - zero, place, label, how.looks[label])
                written.add(label)
    return written


def _write_on_bar(axes: Axes, middle: float, place: int, label: str, look: Look) -> None:
    text = axes.text(middle, place, label, ha="center", va="center", color=ink(look.fill))
    if look.hatch:  # the texture keeps away from the letters
        text.set_path_effects([withStroke(linewidth=3.5, foreground=look.fill)])


def _free_part(span: Span, timeline: Timeline) -> tuple[float, float]:
    """Find the longest part of a span that is not covered by a span inside it."""
    start, parts = span.start, []
    for inner in [each for each in timeline.spans if is_inside(each, span)]:
        parts.append((start, inner.start))
        start = max(start, inner.end)
    return max([*parts, (start, span.end)], key=lambda part: part[1] - part[0])


def _inches_a_second(axes: Axes) -> float:
    left, right = axes.get_xlim()
    return axes.get_window_extent().width / axes.get_figure(root=True).dpi / (right - left)


def _width(label: str, axes: Axes) -> float:
    """Measure a label, in inches."""
    text = axes.text(0, 0, label)
    width = text.get_window_extent().width / axes.get_figure(root=True).dpi
    text.remove()
    return width


def legend_of(looks: Mapping[str, Look], labels: Iterable[str]) -> list[Patch]:
    """Give what a legend needs to name the looks of labels."""
    return [
        Patch(facecolor=fill, edgecolor=edge, linewidth=width, hatch=hatch, label=label)
        for label, (fill, edge, width, hatch) in looks.items()
        if label in labels
    ]


def _row(event: Span) -> Row:
    return event.process, event.pid, event.thread
