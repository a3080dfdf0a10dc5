"""Which process did what, when, and on how many cores: what a recording holds.

The times are those of ``time.perf_counter()``, which is the same clock for all processes
of a machine (Python documentation, `time`).
"""

import math
import re
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


class Load(NamedTuple):
    """How many cores were busy, on average, in a piece of a recording.

    Attributes
    ----------
    start, end : float
        Seconds since the recording began.
    ours : float
        Cores that the recorded work kept busy.
    others : float
        Cores that everything else on the machine kept busy.
    """

    start: float
    end: float
    ours: float
    others: float


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

    @property
    def first_moment(self) -> float:
        """When the first span began or the first note was left, in seconds."""
        return min((event for event, _ in self._first_events()), default=0.0)

    @property
    def last_moment(self) -> float:
        """When the last span ended or the last note was left, in seconds."""
        moments = [*(span.end for span in self.spans), *(note.time for note in self.notes)]
        return max(moments, default=self.duration)

    @property
    def is_about_cores(self) -> bool:
        """Whether the work kept half a core busy or more; what sleeps and waits does not."""
        return self.cores_busy >= 0.5

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

    def rows_in_time(self) -> list[tuple[str, int, str]]:
        """List the same rows in the order of events: the parent, and then who began first."""
        parent, firsts = (self.parent, self.pid, "MainThread"), {}
        for time, row in self._first_events():
            firsts[row] = min(time, firsts.get(row, math.inf))
        return [parent, *(row for row in sorted(firsts, key=firsts.get) if row != parent)]

    def load(self) -> list[Load]:
        """Say piece by piece how many cores were busy, with our work and with other programs.

        Ours is the CPU time of the spans, spread evenly over each: a span that was cut has none.
        After the last sample, up to the end of the last span, only ours is known.
        """
        pieces, start = [], 0.0
        for sample in self.cpu or []:
            ours = self._cores_of_ours(start, sample.time)
            pieces.append(Load(start, sample.time, ours, max(0.0, sample.busy - ours)))
            start = sample.time
        end = max((span.end for span in self.spans), default=start)
        if end > start:
            pieces.append(Load(start, end, self._cores_of_ours(start, end), 0.0))
        return pieces

    def table(self) -> str:
        """Return the spans as a text table, process by process.

        Returns
        -------
        str
            A line for each span; times in seconds.
        """
        head, *lines = self.lines()
        names = max([16, *(len(name) + 1 for line in lines for name in line[:2])])
        said = [f"{head[0]:<{names}}{head[1]:<{names}}{head[2]:<26}"]
        said[0] += f"{head[3]:>8} {head[4]:>8} {head[5]:>8}"
        for process, thread, phase, start, end, cpu in lines:
            who = f"{process:<{names}}{thread:<{names}}{phase:<26}"
            said.append(f"{who}{start:>8} {end:>8} {cpu:>8}")
        return "\n".join(said)

    def lines(self) -> list[tuple[str, str, str, str, str, str]]:
        """List the same as `table`, in cells: a head, and a line for each span."""
        lines = [("process", "thread", "phase", "start", "end", "CPU")]
        for row in self.rows():
            for phase in self._spans_of(row):
                cpu = "cut" if phase.cut else f"{phase.cpu:.2f} s"
                times = f"{phase.start:.2f} s", f"{phase.end:.2f} s", cpu
                lines.append((phase.process, phase.thread, phase.label, *times))
        return lines

    def sentence(self) -> str:
        """Say in words what the picture shows, with three numbers at the most.

        Returns
        -------
        str
            How many did what, and for how long; `table` has the details.
        """
        rows = self.rows()
        if not rows:
            return f"Nothing was recorded in {self.duration:.2f} s."
        kind = "process" if all(thread == "MainThread" for _, _, thread in rows) else "thread"
        labels = ", ".join(sorted({span.label for span in self.spans})) or "notes"
        seconds = self.last_moment - self.first_moment
        words = f"{_count(len(rows), kind)} in {seconds:.2f} s: {labels}."
        if cut := sum(not any(is_inside(span, each) for each in self.spans)
                      for span in self.spans if span.cut):  # fmt: skip
            return f"{words} {cut} cut short."
        if self.is_about_cores:
            return f"{words} The work kept {self.cores_busy:.2f} cores busy."
        return words

    def _spans_of(self, row: tuple[str, int, str]) -> list[Span]:
        return [event for event in self.spans if (event.process, event.pid, event.thread) == row]

    def _first_events(self) -> list[tuple[float, tuple[str, int, str]]]:
        begins = [(span.start, span) for span in self.spans]
        moments = [(note.time, note) for note in self.notes]
        return [
            (time, (event.process, event.pid, event.thread)) for time, event in begins + moments
        ]

    def _cores_of_ours(self, start: float, end: float) -> float:
        """Average the cores that the spans kept busy from one moment to another."""
        used = 0.0
        for span in _outermost(self.spans):
            shared = min(end, span.end) - max(start, span.start)
            if shared > 0 and not math.isnan(span.cpu):
                used += span.cpu * shared / (span.end - span.start)
        return used / (end - start) if end > start else 0.0

    def __repr__(self) -> str:
        processes = len({(process, pid) for process, pid, thread in self.rows()})
        counts = [(processes, "process"), (len(self.spans), "span"), (len(self.notes), "note")]
        return f"Timeline({', '.join(_count(*each) for each in counts)}, {self.duration:.2f} s)"


def is_inside(inner: Span, outer: Span) -> bool:
    """Say whether a span lies in another one of the same thread."""
    return (
        (inner.pid, inner.thread) == (outer.pid, outer.thread)
        and outer.start < inner.start
        and inner.end <= outer.end
    )


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
