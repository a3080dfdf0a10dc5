"""A hundred clients in one picture: thin rows, sorted by who came to the end of the queue first."""

import textwrap
from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.patches import Patch

from helpers.pictures.bars import check_timeline, legend_of
from helpers.pictures.looks import HOLDING, Look, family, looks
from helpers.pictures.style import Picture, add_legend, duration, finish, new_figure
from helpers.recording.timeline import Span, Timeline

HEIGHT = 3.3  # inches, without title and legend: less than 400 pixels in all
LETTERS = 20  # of a sentence, in a line
PALER = {HOLDING.fill: "#7FB0A0"}  # for those who hold a lock and are not in the first sentence

OWNER = 0.1  # of the rows, for the one on top

Rows = list[list[Span]]  # the spans of one process, for each from the top


def plot_staircase(
    timeline: Timeline, title: str, said: Mapping[str, str] | None = None
) -> Picture:
    """Draw many processes that queue, sorted by who got the lock first, or was done first.

    Parameters
    ----------
    timeline : Timeline
        A recording that has ended. If all processes but one wait for something, that one is
        drawn broad on top: it is the one for whom they wait.
    title : str
        The finding.
    said : mapping of str to str
        For texts of notes, such as ``"got a ticket"``, a sentence about those who left it; it
        stands beside them. Those of the first hold their lock in a darker colour.

    Returns
    -------
    Picture
        Its text alternative is the title, the sentences, and ``timeline.sentence()``.
    """
    check_timeline(timeline)
    owner, rows = _sort(timeline)
    groups = [_members(rows, text, timeline) for text in said or {}]
    with new_figure(HEIGHT, title) as figure:
        axes = figure.subplots()
        look = looks(span.label for span in timeline.spans)
        for place, spans in enumerate(rows):
            first = not groups or place in groups[0]
            for span in spans:
                fill = look[span.label].fill
                _draw(axes, span, place, fill if first else PALER.get(fill, fill), timeline)
        top = OWNER * len(rows) if owner else 0
        for span in owner:
            _draw(axes, span, -1.2 * top, look[span.label].fill, timeline, height=top)
        _name_places(axes, rows, owner, groups)
        axes.set_ylim(len(rows) - 0.5, -0.5 - 1.8 * top)
        _write_beside(axes, rows, groups, list((said or {}).values()), timeline.first_moment)
        add_legend(figure, _legend(look, list(said or {})))
        words = [f"{each[:1].upper()}{each[1:]}." for each in (said or {}).values()]
        words.append(timeline.sentence())
        return finish(figure, title, words, _lines([owner, *rows], timeline))


def _sort(timeline: Timeline) -> tuple[list[Span], Rows]:
    """Find the one for whom all others wait, if there is one, and sort the others."""
    every: dict[int, list[Span]] = {}
    for span in timeline.spans:
        every.setdefault(span.pid, []).append(span)
    idle = [spans for spans in every.values() if not _of(spans, "waiting")]
    owner = idle[0] if len(idle) == 1 < len(every) else []
    return owner, sorted((spans for spans in every.values() if spans != owner), key=_turn)


def _of(spans: Sequence[Span], name: str) -> list[Span]:
    return [span for span in spans if family(span.label) == name]


def _turn(spans: Sequence[Span]) -> tuple[bool, float]:
    """Sort by who held something first; who never did, comes later, by its end."""
    held = _of(spans, "holding")
    return not held, held[0].start if held else max(span.end for span in spans)


def _members(rows: Rows, text: str, timeline: Timeline) -> list[int]:
    """Find the places of those who left a note with this text."""
    pids = {note.pid for note in timeline.notes if note.text == text}
    places = [place for place, spans in enumerate(rows) if spans[0].pid in pids]
    if not places:
        raise ValueError(f"nobody noted {text!r}")
    return places


def _draw(
    axes: Axes, span: Span, place: float, fill: str, timeline: Timeline, height: float = 1.0
) -> None:
    """Draw a bar without an edge: many of them, one below the other, are one area."""
    axes.barh(place, span.end - span.start, left=span.start - timeline.first_moment,
              height=height, color=fill, linewidth=0, antialiased=False)  # fmt: skip


def _name_places(
    axes: Axes, rows: Rows, owner: Sequence[Span], groups: Sequence[Sequence[int]]
) -> None:
    last = [len(rows), *(len(group) for group in groups[:1])]
    ticks = {number - 1: f"{number}" for number in [1, *last]}
    if owner:
        ticks[-1.2 * OWNER * len(rows)] = owner[0].process
    axes.set_yticks(list(ticks), list(ticks.values()))
    order = "got the lock" if any(_of(spans, "holding") for spans in rows) else "were done"
    axes.set(xlabel="seconds", ylabel=f"clients, in the order\nin which they {order}")
    axes.spines["left"].set_visible(False)
    axes.tick_params(axis="y", length=0)


def _write_beside(
    axes: Axes,
    rows: Rows,
    groups: Sequence[Sequence[int]],
    sentences: Sequence[str],
    zero: float,
) -> None:
    """Write each sentence right of the picture, with a line to the middle of its group."""
    free = 0.0
    for places, sentence in zip(groups, sentences, strict=True):
        lines = textwrap.wrap(sentence, LETTERS)
        half = 0.5 * len(lines) * 0.19 / HEIGHT * 1.3 * len(rows)
        middle = places[len(places) // 2]
        place = max(middle, free + half)
        free = place + 1.2 * half
        end = max(span.end for span in rows[middle]) - zero
        axes.annotate("\n".join(lines), (end, middle), (1.04, place), va="center",
                      textcoords=axes.get_yaxis_transform(),
                      arrowprops={"arrowstyle": "-", "color": "#606060", "shrinkB": 2})  # fmt: skip


def _legend(look: Mapping[str, Look], texts: Sequence[str]) -> list[Patch]:
    """Name the colours; areas have no texture, and those who hold a lock may be of two kinds."""
    names = {}
    for label, each in look.items():
        plain = each._replace(hatch="")
        if each.fill in PALER and len(texts) > 1:
            names[f"{label}: {texts[0]}"] = plain
            names[f"{label}: {texts[1]}"] = plain._replace(fill=PALER[each.fill])
        else:
            names[label] = plain
    return legend_of(names, names)


def _lines(rows: Rows, timeline: Timeline) -> list[tuple[str, ...]]:
    """Say for each how long it waited and held the lock, and what it noted."""
    lines = [("process", "waiting", "holding", "done after", "noted")]
    for spans in filter(None, rows):
        times = [
            sum(span.end - span.start for span in _of(spans, name))
            for name in ("waiting", "holding")
        ]
        done = max(span.end for span in spans) - timeline.first_moment
        notes = [note.text for note in timeline.notes if note.pid == spans[0].pid]
        said = notes[0] if len(notes) == 1 else f"{len(notes)} notes"
        lines.append((spans[0].process, *map(duration, times), duration(done), said))
    return lines
