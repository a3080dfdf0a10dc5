"""What the processes of the exercises of lesson 09 run."""

from __future__ import annotations

import time

from helpers.spans import note

TYPE_CHECKING = False  # children have no need of these imports, which take time
if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.queues import Queue


def square(number: int) -> int:
    """Return the square of a number, and note that it was computed here."""
    note(f"squared {number}")
    return number * number


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
