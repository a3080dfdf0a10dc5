"""Read into a `Timeline` what processes wrote while a block ran."""

import ast
import math
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from helpers.recording.timeline import Note, Sample, Span, Timeline
from helpers.system.processes import is_running

LENGTHS = {"begin": 6, "end": 8, "note": 6, "sample": 3, "ended": 3}  # of what is on a line


class _Event(NamedTuple):
    kind: str
    text: str
    process: str
    pid: int
    thread: str
    numbers: tuple[float, ...]


def fill(timeline: Timeline, folder: Path, samples: Path | None, began: float) -> bool:
    """Fill a timeline that has a duration, and nothing else yet.

    Parameters
    ----------
    timeline : Timeline
        What is filled.
    folder : Path
        Where each thread has a file.
    samples : Path or None
        The sampler's file; None if the CPU was not sampled.
    began : float
        When the recording began, by ``time.perf_counter()``.

    Returns
    -------
    bool
        Whether everything was written, and can be read.
    """
    lines = [line for path in folder.glob("*.events") for line in _read(path)]
    seen = list(_read(samples)) if samples and samples.exists() else []
    events = [_Event(*line[:5], line[5:]) for line in lines if line and line[5] >= began]
    died = _fill_cpu(timeline, seen, began) if samples else {}
    timeline.notes = sorted(_notes(events, began), key=lambda note: note.time)
    spans = _spans(events, began, timeline.duration, died)
    timeline.spans = sorted(spans, key=lambda span: span.start)
    return None not in lines and None not in seen


def _read(path: Path) -> Iterator[tuple | None]:
    """Read a file line by line; None stands for what was not, or not wholly, written."""
    *lines, rest = path.read_bytes().decode(errors="replace").split("\n")
    yield from map(_parse, lines)
    if rest or not lines:
        yield None


def _parse(line: str) -> tuple | None:
    try:
        event = ast.literal_eval(line)
        return event if len(event) == LENGTHS[event[0]] else None
    # Half a line has the next one at its end; this is what literal_eval may raise, and a lookup.
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError, LookupError):
        return None


def _fill_cpu(timeline: Timeline, seen: list[tuple | None], began: float) -> dict[int, float]:
    """Fill in the samples; return when the sampler saw that a process, by its pid, had ended."""
    events = [(kind, time - began, what) for kind, time, what in filter(None, seen)]
    during = [event for event in events if 0 <= event[1] <= timeline.duration]
    timeline.cpu = [Sample(time, cores) for kind, time, cores in during if kind == "sample"]
    return {pid: time for kind, time, pid in during if kind == "ended"}


def _notes(events: list[_Event], began: float) -> Iterator[Note]:
    for event in events:
        if event.kind == "note":
            time = event.numbers[0] - began
            yield Note(event.text, time, event.process, event.pid, event.thread)


def _spans(
    events: list[_Event], began: float, duration: float, died: dict[int, float]
) -> Iterator[Span]:
    ended = {(*_who(event), event.numbers[0]): event for event in events if event.kind == "end"}
    for event in events:
        if event.kind != "begin":
            continue
        start, end = event.numbers[0], ended.get((*_who(event), event.numbers[0]))
        if end:
            yield Span(*_who(event), start - began, end.numbers[1] - began, end.numbers[2], False)
        else:
            last = max(start - began, died.get(event.pid, duration))
            yield Span(*_who(event), start - began, last, math.nan, not is_running(event.pid))


def _who(event: _Event) -> tuple[str, str, int, str]:
    return event.text, event.process, event.pid, event.thread
