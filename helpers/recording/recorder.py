"""Record what processes do while a block runs, and read what they wrote into a `Timeline`."""

import ast
import math
import multiprocessing
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from helpers.recording.timeline import Note, Sample, Span, Timeline
from helpers.spans import recording_folder
from helpers.system.companion import companion
from helpers.system.processes import is_running


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
        samples = stack.enter_context(_sampling(folder, interval)) if cpu else None
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
def _sampling(folder: Path, interval: float) -> Iterator[Path]:
    """Sample the CPU into a file, which is complete when the block has ended; give its path."""
    with companion("helpers.recording.sampler", folder, interval) as name:
        yield folder / name


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
