"""What the processes of the exercises of lesson 10 run."""

from __future__ import annotations

import multiprocessing
import time

from helpers.spans import note

TYPE_CHECKING = False  # children have no need of these imports, which take time
if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.synchronize import Barrier, RLock

    from numpy import ndarray


class SlowTotal:
    """A shared number, like a Value, of which each look takes a moment."""

    def __init__(self) -> None:
        self._number = multiprocessing.Value("i", 0)

    @property
    def value(self) -> int:
        """The number."""
        number = self._number.value
        time.sleep(0.3)
        return number

    @value.setter
    def value(self, number: int) -> None:
        self._number.value = number

    def get_lock(self) -> PoliteLock:
        """Return the lock of the number."""
        return PoliteLock(self._number.get_lock())


class PoliteLock:
    """A lock that, once released, lets others go first."""

    def __init__(self, lock: RLock) -> None:
        self._lock = lock
        self.acquire = lock.acquire

    def release(self) -> None:
        """Release, and take a moment."""
        self._lock.release()
        time.sleep(0.05)

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *error: object) -> None:
        self.release()


def visit_together(visit: Callable, total: SlowTotal, gate: Barrier) -> None:
    """Wait until all visitors are there, then visit."""
    gate.wait(timeout=20)
    visit(total)


def double(rows: ndarray) -> None:
    """Double an array in place, and note that it was done here."""
    rows *= 2
    note(f"doubled {len(rows)} rows")


def carry(thing: str) -> str:
    """Return a thing, and note that it was carried here."""
    note(thing)
    return thing
