"""What the processes of the exercises of lesson 08 run."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from threading import BrokenBarrierError

from helpers.spans import note

TYPE_CHECKING = False  # children have no need of this import, which takes time
if TYPE_CHECKING:
    from multiprocessing.synchronize import Barrier, Lock


def one(gate: Barrier) -> int:
    """Return 1, as soon as all others ask for it too, or after three seconds."""
    with suppress(BrokenBarrierError):
        gate.wait(timeout=3)
    return 1


def earn(gate: Barrier) -> int:
    """Earn ten points; note whether all others did so at the same time."""
    try:
        gate.wait(timeout=3)
        note("earned in company")
    except BrokenBarrierError:
        note("earned alone")
    return 10


def pause() -> None:
    """Take a fifth of a second."""
    time.sleep(0.2)


def meet(gate: Barrier) -> None:
    """Wait for the other at a gate, for two seconds at the most."""
    with suppress(BrokenBarrierError):
        gate.wait(timeout=2)


def pay(source: str, target: str, locks: dict[str, Lock]) -> None:
    """Note who pays whom, and whether one of their locks was free meanwhile."""
    free = []
    for name in (source, target):
        if locks[name].acquire(block=False):
            locks[name].release()
            free.append(name)
    note(f"{source} pays {target}" + (" without a lock" if free else ""))


def one_beside(path: str) -> int:
    """Return 1, as soon as two programs ask for it beside the same file, or after 3 seconds."""
    with open(f"{path}.{os.getpid()}.here", "w", encoding="utf-8"):
        pass
    end = time.monotonic() + 3
    while time.monotonic() < end:
        if sum(name.endswith(".here") for name in os.listdir(os.path.dirname(path))) >= 2:
            break
        time.sleep(0.02)
    return 1
