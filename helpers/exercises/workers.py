"""What the processes of the exercises run, where the learner does not write it."""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from contextlib import suppress
from threading import BrokenBarrierError

from helpers.spans import note, span

TYPE_CHECKING = False  # children have no need of this import, which takes time
if TYPE_CHECKING:
    from collections.abc import Callable
    from ctypes import Array
    from multiprocessing import Queue
    from multiprocessing.connection import Connection
    from multiprocessing.synchronize import Barrier, Event, Lock, RLock, Semaphore
    from pathlib import Path

    from numpy import ndarray


def dine(table: Barrier) -> None:
    """Wait at a table until it is full, for two seconds at the most; note how it went."""
    try:
        with span("waiting"):
            table.wait(timeout=2)
        note("in company")
    except BrokenBarrierError:
        note("alone")


def invite(guest: str, host: str, *, drink: str = "water") -> None:
    """Note who visits whom, and what there is to drink."""
    note(f"{guest} visits {host} for {drink}")


def count_letters(name: str) -> int:
    """Return how many letters a name has, and note that they were counted here."""
    note(f"counted {name}")
    return len(name)


def one(gate: Barrier) -> int:
    """Return 1, as soon as all others ask for it too, or after three seconds."""
    with suppress(BrokenBarrierError):
        gate.wait(timeout=3)
    return 1


def square(number: int) -> int:
    """Return the square of a number, and note that it was computed here."""
    note(f"squared {number}")
    return number * number


EXIT_CODES = {"fork": 1, "forkserver": 2, "spawn": 3}


def tell_start_method(base: int) -> None:
    """End with an exit code that tells how this process was started, above a base."""
    command = " ".join(sys.orig_argv)
    if "multiprocessing.forkserver" in command:
        sys.exit(base + EXIT_CODES["forkserver"])
    method = "spawn" if "--multiprocessing-fork" in command else "fork"
    sys.exit(base + EXIT_CODES[method])


def exit_with(code: int) -> None:
    """End with an exit code."""
    sys.exit(code)


def stay(stop: Event) -> None:
    """Stay until the event is set, for half a minute at the most."""
    stop.wait(timeout=30)


def work_until(stop: Event, at_work: Event) -> None:
    """Say that the work has begun, work until asked to stop, and put everything away."""
    at_work.set()
    if stop.wait(timeout=5):
        note("all put away")


def run_race(winner: str, never: Event, name: str) -> None:
    """Run a race: the winner ends at once, all others run for half a minute."""
    note(name)
    if name != winner:
        never.wait(timeout=30)


def count_lines(path: Path) -> int:
    """Return how many lines a file has, and note that they were counted here."""
    note(f"counted {path.name}")
    return path.read_bytes().count(b"\n")


def tick(beats: Semaphore) -> None:
    """Note a beat of the heart, and count it."""
    note("tick")
    beats.release()


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


class Slow:
    """Something that takes a second to be pickled."""

    def __reduce__(self) -> tuple:
        """Take a second."""
        time.sleep(1)
        return (int, ())


def put_while_busy(put: Callable, steps: int, queue: Queue) -> None:
    """Have the queue busy for a second, and put meanwhile."""
    queue.put(Slow())
    put(steps, queue)


def buy_all(line: Connection) -> None:
    """Buy tickets through a pipe until there are none, and note how many."""
    from multiprocessing.connection import wait  # here, since only this worker needs it

    bought = 0
    line.send("buy")
    while wait([line], timeout=20) and line.recv():
        bought += 1
        line.send("buy")
    note(f"bought {bought}")


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
