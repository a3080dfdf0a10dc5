"""What the processes of the exercises of lesson 11 run."""

from __future__ import annotations

import multiprocessing
import sys
import time
from threading import BrokenBarrierError

from helpers.spans import note

TYPE_CHECKING = False  # children have no need of these imports, which take time
if TYPE_CHECKING:
    from collections.abc import Callable
    from ctypes import Array
    from multiprocessing.synchronize import Barrier


def download(name: str, server: tuple[Array, Barrier]) -> None:
    """Note how many are inside, and whether as many come together as may; the first one fails."""
    counts, together = server  # counts: how many are inside, and how many have come so far
    with counts.get_lock():
        counts[0] += 1
        counts[1] += 1
        came = counts[1]
        note(f"{counts[0]} inside")
    try:
        together.wait(timeout=2.5)
        note(f"{name} in company")
    except BrokenBarrierError:
        note(f"{name} alone")
    end = time.monotonic() + 1.5
    while came <= together.parties and time.monotonic() < end:  # time for one too many to come
        if counts[0] > together.parties:
            break
        time.sleep(0.01)
    with counts.get_lock():
        counts[0] -= 1
    if came == 1:
        sys.exit("the download has failed")


def play_round(name: str, seat: int, number: int, table: tuple[Barrier, Array]) -> None:
    """Play a round. In the first all begin together; seat 0 takes longer, and sees who is ahead."""
    gate, rounds = table
    rounds[seat] = number
    if number == 0:
        gate.wait(timeout=20)
    end = time.monotonic() + 0.4
    while seat == 0 and time.monotonic() < end:
        if max(rounds) > number:
            note("somebody is ahead")
            break
        time.sleep(0.01)
    note(f"{name} round {number}")


class WatchedCondition:
    """A condition that also counts, in a semaphore, how often somebody has gone to sleep."""

    def __init__(self) -> None:
        self._condition, self.asleep = multiprocessing.Condition(), multiprocessing.Semaphore(0)
        self._take_methods()

    def _take_methods(self) -> None:
        for name in ["acquire", "release", "notify", "notify_all"]:
            setattr(self, name, getattr(self._condition, name))

    def __getstate__(self) -> tuple:
        return self._condition, self.asleep

    def __setstate__(self, state: tuple) -> None:
        self._condition, self.asleep = state
        self._take_methods()

    def __enter__(self) -> bool:
        return self._condition.__enter__()

    def __exit__(self, *error: object) -> None:
        self._condition.__exit__(*error)

    def wait(self, timeout: float | None = None) -> bool:
        """Go to sleep until somebody notifies."""
        self.asleep.release()
        return self._condition.wait(timeout)

    def wait_for(self, predicate: Callable, timeout: float | None = None) -> bool:
        """Sleep until the predicate is true."""
        while not (result := predicate()):
            if not self.wait(timeout):
                break
        return result
