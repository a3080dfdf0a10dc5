"""What the processes of the exercises of lesson 06 run."""

from __future__ import annotations

import os
import time
from collections import namedtuple
from contextlib import suppress
from threading import BrokenBarrierError

from helpers.exercises.workers.gate import gate_here
from helpers.exercises.workers.slow import slow_disk
from helpers.spans import note

TYPE_CHECKING = False  # children have no need of this import, which takes time
if TYPE_CHECKING:
    from pathlib import Path

GROWING = ".growing"  # a log with this ending grows before it is counted, and afterwards
NAP = 0.4  # seconds that its child takes; a parent that only sleeps for a moment is too early

Usage = namedtuple("Usage", ["rss", "uss"])  # like psutil's: nobody can change it


def count_lines(path: Path) -> int:
    """Return how many lines a file has, and note that they were counted here.

    All who count are ready at the same time; and who writes is slow, so that two who write into
    one file do so at once.
    """
    _grow(path)
    number = path.read_bytes().count(b"\n")
    _grow(path)
    note(f"{path.name} {number}")
    if gate := gate_here():
        slow_disk(0.1, (".json", ".txt", ".csv", ".pickle", ".pkl"))
        with suppress(BrokenBarrierError):
            gate.wait(timeout=4)
    return number


def _grow(path: Path) -> None:
    """Write some more lines into a growing log, so that only who counts now knows their number."""
    if path.suffix == GROWING:
        with open(path, "ab") as log:
            log.write(b"...\n" * (1 + os.urandom(1)[0]))
        time.sleep(NAP / 2)
