"""Record what processes do while a block runs."""

import math
import multiprocessing
import os
import shutil
import time
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from helpers.recording.reader import fill
from helpers.recording.timeline import Timeline
from helpers.spans import is_ours, recording_folder
from helpers.system.companion import companion


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
        If somebody else has, or can get at, the folder of the recording, or if it has vanished
        when the block ends.

    Warns
    -----
    RuntimeWarning
        If not everything could be written, as on a full disk, or some of it cannot be read.
    """
    _check(cpu, interval)
    timeline = Timeline(multiprocessing.current_process().name, os.getpid())
    with _folder() as folder, ExitStack() as stack:
        samples = stack.enter_context(_sampling(folder, interval)) if cpu else None
        began = time.perf_counter()
        yield timeline
        timeline.duration = time.perf_counter() - began
        stack.close()
        if not is_ours(folder):
            raise RuntimeError(LOST.format(folder))
        complete = fill(timeline, folder, samples, began)
    if not complete:
        warnings.warn(INCOMPLETE.format(folder.parent), RuntimeWarning, stacklevel=3)


NOT_OURS = (
    "cannot record: {} must be a folder of yours alone, and is not. Restart the kernel, which "
    "takes another name for it. If that does not help, let the environment variable TMPDIR name a "
    "folder of yours."
)
LOST = "the recording is lost: its folder {} has vanished, or others were let into it"
INCOMPLETE = "some of this recording is lost: it could not be written. Is the disk full, at {}?"


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
    folder, made = Path(recording_folder()), True
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        made = False
    try:
        if not is_ours(folder):
            raise RuntimeError(NOT_OURS.format(folder))
        yield folder
    finally:
        if made:
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
        except OSError:  # Windows: a worker has a file open, for some microseconds
            time.sleep(0.01)
    try:
        shutil.rmtree(gone, ignore_errors=True)
    finally:  # once more, if *Stop* was pressed in the middle of it
        shutil.rmtree(gone, ignore_errors=True)
