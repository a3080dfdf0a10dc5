"""Which process did what, when, and on how many cores: ``record`` it, then read the `Timeline`.

::

    with record(cpu=True) as timeline:
        ...  # start and join processes whose workers use span() and note()
    plot_timeline(timeline)

The times are those of ``time.perf_counter()``, which is the same clock for all processes
of a machine (Python documentation, `time`).
"""

import ast
import math
import multiprocessing
import os
import re
import shutil
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from helpers.cpu import Sample, is_running, sampling
from helpers.spans import note, recording_folder, span

__all__ = ["Note", "Span", "Timeline", "note", "record", "span"]


class Span(NamedTuple):
    """One phase of one thread of one process.

    Attributes
    ----------
    label : str
        What it did.
    process, thread : str
        The names of the process and of its thread.
    pid : int
        The process's identifier.
    start, end : float
        Seconds since the recording began. Without an end of its own, `end` is when the process
        was seen to have ended if the CPU was sampled, and else the end of the recording.
    cpu : float
        CPU time that the thread used in it, in seconds; NaN for one without an end.
    cut : bool
        True if the process died in it.
    """

    label: str
    process: str
    pid: int
    thread: str
    start: float
    end: float
    cpu: float
    cut: bool


class Note(NamedTuple):
    """One moment of one thread, with its words.

    Attributes
    ----------
    text : str
        What the process said.
    time : float
        Seconds since the recording began.
    process, thread : str
        The names of the process and of its thread.
    pid : int
        The process's identifier.
    """

    text: str
    time: float
    process: str
    pid: int
    thread: str


@dataclass(repr=False)
class Timeline:
    """What a recording holds; it is filled in when the recording ends.

    Attributes
    ----------
    parent : str
        The name of the process that made the recording.
    pid : int
        Its identifier.
    spans : list of Span
        Sorted by their start.
    notes : list of Note
        Sorted by their time.
    duration : float
        Seconds from the beginning of the recording to its end.
    cpu : list of Sample, or None
        How busy each core was, or None if that was not recorded.
    """

    parent: str
    pid: int
    spans: list[Span] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    duration: float = 0.0
    cpu: list[Sample] | None = None

    @property
    def cores_busy(self) -> float:
        """Cores that the recorded work kept busy: its CPU time over the time that it took.

        It counts from the start of the first span to the end of the last. Spans inside other
        spans are not counted twice. It knows nothing of other programs, unlike `cpu`.
        """
        outer = [phase for phase in _outermost(self.spans) if not math.isnan(phase.cpu)]
        if not outer:
            return 0.0
        taken = max(phase.end for phase in outer) - min(phase.start for phase in outer)
        return sum(phase.cpu for phase in outer) / taken

    @property
    def others_busy(self) -> float:
        """Cores that everything else on the machine kept busy meanwhile; NaN without samples."""
        if not self.cpu or not self.spans:
            return math.nan
        start, end = self.spans[0].start, max(phase.end for phase in self.spans)
        during = [sample.busy for sample in self.cpu if start <= sample.time <= end]
        return max(0.0, sum(during) / len(during) - self.cores_busy) if during else math.nan

    def rows(self) -> list[tuple[str, int, str]]:
        """List who recorded anything, as (process, pid, thread): parent first, then by name."""
        found = {(event.process, event.pid, event.thread) for event in [*self.spans, *self.notes]}
        return sorted(found, key=lambda row: (row[0] != self.parent, *map(_natural, row)))

    def table(self) -> str:
        """Return the spans as a text table, process by process.

        Returns
        -------
        str
            A line for each span; times in seconds.
        """
        names = max([16, *(len(name) + 1 for row in self.rows() for name in (row[0], row[2]))])
        head = f"{'process':<{names}}{'thread':<{names}}{'phase':<26}"
        lines = [f"{head}{'start':>8} {'end':>8} {'CPU':>8}"]
        for row in self.rows():
            for phase in self._spans_of(row):
                who = f"{row[0]:<{names}}{row[2]:<{names}}{phase.label:<26}"
                cpu = "cut" if phase.cut else f"{phase.cpu:.2f} s"
                lines.append(f"{who}{phase.start:>6.2f} s {phase.end:>6.2f} s {cpu:>8}")
        return "\n".join(lines)

    def sentence(self) -> str:
        """Say in words what the picture shows.

        Returns
        -------
        str
            Who did what, for how long; with many rows, only the sums.
        """
        rows = self.rows()
        if not rows:
            return f"Nothing was recorded in {self.duration:.2f} s."
        said = [self._row_in_words(row) for row in rows] if len(rows) <= 6 else [self._sums()]
        if self.spans:
            said.append(f"The work kept {self.cores_busy:.2f} cores busy.")
        return " ".join(said)

    def _spans_of(self, row: tuple[str, int, str]) -> list[Span]:
        return [event for event in self.spans if (event.process, event.pid, event.thread) == row]

    def _row_in_words(self, row: tuple[str, int, str]) -> str:
        notes = [event for event in self.notes if (event.process, event.pid, event.thread) == row]
        phases = [
            f"{phase.label} from {phase.start:.2f} s to {phase.end:.2f} s{', cut' * phase.cut}"
            for phase in self._spans_of(row)
        ] + [f"noted {event.text!r} at {event.time:.2f} s" for event in notes]
        who = row[0] if row[2] == "MainThread" else f"{row[0]}, thread {row[2]}"
        return f"{who}: {'; '.join(phases)}."

    def _sums(self) -> str:
        processes = len({(phase.process, phase.pid) for phase in self.spans})
        seconds: Counter[str] = Counter()
        for phase in self.spans:
            seconds[phase.label] += phase.end - phase.start
        labels = "; ".join(f"{label} {seconds[label]:.2f} s" for label in sorted(seconds))
        cut = sum(phase.cut for phase in self.spans)
        return f"{processes} processes, in all: {labels}." + (f" {cut} were cut." if cut else "")

    def __repr__(self) -> str:
        processes = len({(process, pid) for process, pid, thread in self.rows()})
        counts = [(processes, "process"), (len(self.spans), "span"), (len(self.notes), "note")]
        return f"Timeline({', '.join(_count(*each) for each in counts)}, {self.duration:.2f} s)"


@contextmanager
def record(cpu: bool = False, interval: float = 0.05) -> Iterator[Timeline]:
    """Record the spans and notes of this process and its descendants while the block runs.

    A recording inside a recording holds what began within it; the outer one holds everything.

    Parameters
    ----------
    cpu : bool
        Sample the CPU as well.
    interval : float
        Seconds from one sample to the next, at least 0.01.

    Yields
    ------
    Timeline
        Empty until the block ends.

    Raises
    ------
    TypeError, ValueError
        If `cpu` is not a bool, or `interval` not a number of seconds that can be kept.
    RuntimeError
        If the folder of the recording has vanished when the block ends.
    """
    _check(cpu, interval)
    timeline = Timeline(multiprocessing.current_process().name, os.getpid())
    with _folder() as folder, ExitStack() as stack:
        samples = stack.enter_context(sampling(folder, interval)) if cpu else None
        began = time.perf_counter()
        yield timeline
        timeline.duration = time.perf_counter() - began
        stack.close()
        _fill(timeline, folder, samples, began)


def _check(cpu: object, interval: object) -> None:
    if not isinstance(cpu, bool):
        raise TypeError(f"cpu must be True or False, not {cpu!r}")
    if isinstance(interval, bool) or not isinstance(interval, int | float):
        raise TypeError(f"interval must be a number of seconds, not {interval!r}")
    if not 0.01 <= interval < math.inf:
        raise ValueError(f"interval must be at least 0.01 seconds, not {interval!r}")


@contextmanager
def _folder() -> Iterator[Path]:
    """Make the folder of the recording, or join the one of a recording that is running."""
    folder = Path(recording_folder())
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        yield folder
        return
    try:
        yield folder
    finally:
        _remove(folder)


def _remove(folder: Path) -> None:
    """Remove the folder, in one step as the workers see it, even if one is just writing."""
    gone = folder.with_name(f"{folder.name}-{os.getpid()}-{time.perf_counter_ns()}")
    for _ in range(100):
        try:
            folder.rename(gone)
            break
        except FileNotFoundError:
            return
        except PermissionError:  # Windows: a worker has a file open, for some microseconds
            time.sleep(0.01)
    try:
        shutil.rmtree(gone, ignore_errors=True)
    finally:  # once more, if *Stop* was pressed in the middle of it
        shutil.rmtree(gone, ignore_errors=True)


def _fill(timeline: Timeline, folder: Path, samples: Path | None, began: float) -> None:
    if not folder.is_dir():
        raise RuntimeError(f"the recording is lost: its folder {folder} has vanished")
    lines = [line for path in folder.glob("*.events") for line in _read(path)]
    events = [_Event(*line[:5], line[5:]) for line in lines if line[5] >= began]
    died = {}
    if samples:
        seen = [(kind, time - began, what) for kind, time, what in _read(samples)]
        during = [line for line in seen if 0 <= line[1] <= timeline.duration]
        timeline.cpu = [Sample(time, cores) for kind, time, cores in during if kind == "sample"]
        died = {pid: time for kind, time, pid in during if kind == "ended"}
    timeline.notes = sorted(
        (
            Note(event.text, event.numbers[0] - began, event.process, event.pid, event.thread)
            for event in events
            if event.kind == "note"
        ),
        key=lambda moment: moment.time,
    )
    timeline.spans = sorted(
        _spans(events, began, timeline.duration, died), key=lambda phase: phase.start
    )


class _Event(NamedTuple):
    kind: str
    text: str
    process: str
    pid: int
    thread: str
    numbers: tuple[float, ...]


def _read(path: Path) -> Iterator[tuple]:
    with open(path, encoding="utf-8", newline="\n") as file:
        for line in file:
            if line.endswith("\n"):  # or the process died while it wrote the line
                yield ast.literal_eval(line)


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


def _outermost(spans: list[Span]) -> list[Span]:
    """Keep the spans that are not inside another span of the same thread."""
    reached: dict[tuple[str, int, str], float] = {}
    outer = []
    for phase in spans:  # sorted by start
        who = (phase.process, phase.pid, phase.thread)
        if phase.start >= reached.get(who, -math.inf):
            reached[who] = phase.end
            outer.append(phase)
    return outer


def _count(number: int, word: str) -> str:
    plural = "es" if word.endswith("s") else "s"
    return f"{number} {word}{plural if number != 1 else ''}"


def _natural(part: str | int) -> list[tuple[int, str]]:
    """Sort ``client-10`` after ``client-9``."""
    return [(words, int(digits or 0)) for words, digits in re.findall(r"(\D*)(\d*)", str(part))]
