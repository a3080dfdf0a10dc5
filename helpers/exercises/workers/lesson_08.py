"""What the processes of the exercises of lesson 08 run."""

from __future__ import annotations

import atexit
import os
import time
from contextlib import suppress
from threading import BrokenBarrierError, Thread

from helpers.exercises import ANSWER
from helpers.exercises.workers.gate import gate_here
from helpers.exercises.workers.slow import (
    short_time_outs,
    slow_disk,
    slow_first_file,
    slow_locks,
    watch_own_writing,
)
from helpers.spans import note

TYPE_CHECKING = False  # children have no need of this import, which takes time
if TYPE_CHECKING:
    from multiprocessing.synchronize import Barrier, Lock

JUDGED = os.environ.get(ANSWER)  # the exercise, if this is an answer
if JUDGED in ("ex08_transfer", "ex08_visitors", "ex08_points"):
    short_time_outs()
if JUDGED == "ex08_transfer":
    slow_locks(first=0.1, others=0)
if JUDGED in ("ex08_visitors", "ex08_points"):
    slow_locks(first=0, others=0.1)
    watch_own_writing()
if JUDGED == "ex08_programs":
    slow_first_file(0.1)


def one(gate: Barrier) -> int:
    """Return 1, as soon as all others ask for it too, or after three seconds."""
    slow_disk(0.05)
    note("one more")
    with suppress(BrokenBarrierError):
        gate.wait(timeout=3)
    return 1


def earn(gate: Barrier) -> int:
    """Earn some points; note how many, and whether all others did so at the same time."""
    slow_disk(0.05)
    points = 1 + os.urandom(1)[0]
    try:
        gate.wait(timeout=3)
        note(f"in company {points}")
    except BrokenBarrierError:
        note(f"alone {points}")
    return points


def pause() -> None:
    """Take a moment."""
    time.sleep(0.1)


def meet(gate: Barrier) -> None:
    """Wait for the other at a gate, for two seconds at the most."""
    with suppress(BrokenBarrierError):
        gate.wait(timeout=2)


def pay(source: str, target: str, locks: dict[str, Lock]) -> None:
    """Take a moment to pay; note who pays whom, when, and which of their locks are not held."""
    began = time.monotonic()
    free = [name for name in (source, target) if not _is_held(locks[name])]
    free += ["one-for-both"] if locks[source] is locks[target] else []
    time.sleep(0.1)
    note(f"{source} {target} {began} {time.monotonic()} {' '.join(free)}")


def _is_held(lock: Lock) -> bool:
    """Say whether this process holds a lock; of a lock of another kind, whether anybody does."""
    if hasattr(lock, "_semlock"):
        return lock._semlock._is_mine()
    free = []
    asking = Thread(target=_ask, args=(lock, free))  # a lock may let its holder in once more
    asking.start()
    asking.join(timeout=5)
    return free == [False]


def _ask(lock: Lock, free: list[bool]) -> None:
    """Ask for a lock, and give it back at once."""
    free.append(lock.acquire(False))
    if free[0]:
        lock.release()


def one_beside(path: str) -> int:
    """Return 1, when another program asks for it beside the same file, or after 3 seconds."""
    slow_disk(0.15)
    if JUDGED:  # what has not been closed by then is written too late
        atexit.register(_linger)
    with suppress(BrokenBarrierError):
        if gate := gate_here():
            gate.wait(timeout=3)
    return 1


def _linger() -> None:
    """Take a moment before this program ends."""
    time.sleep(0.3)
