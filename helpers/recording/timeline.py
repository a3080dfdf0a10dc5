"""Which process did what, when, and on how many cores: what a recording holds.

The times are those of ``time.perf_counter()``, which is the same clock for all processes
of a machine (Python documentation, `time`).
"""

import math
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple


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


class Sample(NamedTuple):
    """How busy each core was since the sample before.

    Attributes
    ----------
    time : float
        When it was taken, in seconds; in a `Timeline`, since the recording began.
    cores : tuple of float
        For each logical CPU of the machine, from 0 (idle) to 1 (busy all the time).
    """

    time: float
    cores: tuple[float, ...]

    @property
    def busy(self) -> float:
        """How many cores were busy, all together."""
        return sum(self.cores)


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

    @property
    def seconds_of_work(self) -> float:
        """Seconds from the start of the first span to the end of the last."""
        return max(span.end for span in self.spans) - self.spans[0].start

    def phases(self, label: str) -> list[Span]:
        """Pick the spans with a label, of all processes."""
        return [span for span in self.spans if span.label == label]

    def seconds_in(self, label: str) -> float:
        """Add up how long everybody was in a phase, in seconds."""
        return sum(span.end - span.start for span in self.phases(label))

    def most_at_once(self, label: str) -> int:
        """Count how many were in a phase at the same time, at the most."""
        spans = self.phases(label)
        # The most are there when one has just come, so it is enough to look at those moments.
        counts = [sum(other.start <= span.start < other.end for other in spans) for span in spans]
        return max(counts, default=0)

    def print_notes(self) -> None:
        """Print who noted what, sorted by name."""
        for line in sorted(f"{note.process}: {note.text}" for note in self.notes):
            print(line)

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
