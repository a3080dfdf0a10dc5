"""What the processes of the exercises of lesson 09 run."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from threading import BrokenBarrierError

from helpers.exercises.workers.gate import gate_here
from helpers.spans import note

TYPE_CHECKING = False  # children have no need of these imports, which take time
if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.queues import Queue
    from multiprocessing.synchronize import Event


class Square(int):
    """A number that comes from `square`, and from nowhere else."""


def square(number: int) -> int:
    """Return the square of a number, and note that it was computed here."""
    _meet_the_others()
    note(f"squared {number:x}")  # the number of decimal digits is limited
    return Square(number * number)


def _meet_the_others() -> None:
    """Wait until all the others have come as far, or the judge knows that they will not."""
    with suppress(BrokenBarrierError):
        if gate := gate_here():
            gate.wait(timeout=5)


def _rank() -> int:
    """Count how many of those who have met have a smaller identifier than this process."""
    gate = gate_here()
    names = os.listdir(gate.path) if gate else []
    return sum(int(name[:-5]) < os.getpid() for name in names if name.endswith(".here"))


class Slow:
    """Something that takes a while to be pickled: until an event is set, or three seconds."""

    def __init__(self, end: Event) -> None:
        self._end = end

    def __reduce__(self) -> tuple:
        """Take a while."""
        self._end.wait(timeout=3)
        return (int, ())


def put_while_busy(put: Callable, steps: int, queue: Queue) -> None:
    """Have the queue busy until everything has been put."""
    from threading import Event  # here, since only this worker needs it

    over = Event()
    queue.put(Slow(over))
    try:
        put(steps, queue)
    finally:
        over.set()


def buy_all(line: Connection) -> None:
    """Buy tickets through a pipe until there are none, and note how many, and what was said."""
    from multiprocessing.connection import wait  # here, since only this worker needs it

    _meet_the_others()
    time.sleep(0.1 * _rank())  # so some have gone when others come
    bought, odd = 0, ""
    try:
        line.send("buy")
        while wait([line], timeout=20) and (said := line.recv()):
            bought += 1
            odd = odd or ("" if said is True else repr(said)[:40])
            time.sleep(0.01)  # or one buys all
            if line.poll():
                odd = odd or f"{line.recv()}, before it had asked once more,"
            line.send("buy")
        odd = odd or ("" if said is False else repr(said)[:40])
    except (EOFError, OSError):
        odd = "nothing"
    note(f"bought {bought} {odd}")
