"""What the processes of the exercises of lesson 09 run."""

from __future__ import annotations

import os
import threading
import time
from contextlib import suppress
from multiprocessing import process
from threading import BrokenBarrierError

from helpers.exercises import ANSWER
from helpers.exercises.workers.gate import gate_here
from helpers.spans import note

TYPE_CHECKING = False  # children have no need of these imports, which take time
if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.queues import Queue
    from multiprocessing.synchronize import Event

    from helpers.exercises.workers.gate import Gate


class Square(int):
    """A number that comes from `square`, and from nowhere else."""


def square(number: int) -> int:
    """Return the square of a number, and note that it was computed here."""
    _meet_the_others()
    if os.environ.get(ANSWER) == "ex10_places":  # who has come first is ready last
        time.sleep(0.3 / (1 + _rank()))
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
    return sum(pid < os.getpid() for pid in _pids(gate, "here")) if gate else 0


class Slow:
    """Something that takes a while to be pickled: until an event is set, or three seconds."""

    def __init__(self, end: Event) -> None:
        self._end = end

    def __reduce__(self) -> tuple:
        """Take a while."""
        self._end.wait(timeout=3)
        return (int, ())


def put_while_busy(put: Callable, steps: int, queue: Queue) -> None:
    """Have the queue busy until everything has been put, and a moment longer than one may linger.

    Who does not wait for what is still in the queue has ended by then.
    """
    from threading import Event, Timer  # here, since only this worker needs them

    from helpers.exercises.witness import LINGER

    over = Event()
    queue.put(Slow(over))
    try:
        put(steps, queue)
    finally:
        end = Timer(2 * LINGER, over.set)
        end.daemon = True
        end.start()


class Late(int):
    """A number that takes a moment longer to be sent than the others, once all are at work."""

    def __reduce__(self) -> tuple:
        """Let the others come first."""
        here = threading.current_thread() is threading.main_thread()
        if (gate := gate_here()) and (process._children or not here):
            gate.wait_for("all", "open", seconds=3)
        time.sleep(0.3)
        return int, (int(self),)


def buy_all(line: Connection) -> None:
    """Buy tickets through a pipe until there are none, and note how many, and what was said."""
    from multiprocessing.connection import wait  # here, since only this worker needs it

    _meet_the_others()
    time.sleep(0.1 * _rank())  # so some have gone when others come
    bought, odd = 0, ""
    try:
        line.send("buy")
        while wait([line], timeout=20) and (said := line.recv()) and bought < FAR_TOO_MANY:
            bought += 1
            odd = odd or ("" if said is True else repr(said)[:40])
            if bought == 1:
                odd = odd or _see_others_served()
            time.sleep(0.01)  # or one buys all
            if line.poll():
                odd = odd or "something before it had asked once more"
            line.send("buy")
        _say_served()
        odd = odd or ("" if said is False or bought == FAR_TOO_MANY else repr(said)[:40])
    except (EOFError, OSError):
        odd = "nothing"
    note(f"bought {bought} {odd}")


FAR_TOO_MANY = 100  # tickets


def _say_served() -> None:
    """Let all others see that this client has got an answer."""
    if gate := gate_here():
        with open(os.path.join(gate.path, f"{os.getpid()}.served"), "w"):
            pass


def _see_others_served() -> str:
    """Do not ask again before all others have been served once; say so if they are not.

    The last one then takes a moment longer.
    """
    gate = gate_here()
    if not gate:
        return ""
    _say_served()
    end = time.monotonic() + 2.5
    while len(_pids(gate, "served")) < len(clients := _pids(gate, "here")):
        if time.monotonic() > end or gate.has("unserved"):
            with open(os.path.join(gate.path, "unserved"), "w"):
                return "(others) nothing"
        time.sleep(0.01)
    if max(clients) == os.getpid():
        time.sleep(0.7)
    return ""


def _pids(gate: Gate, word: str) -> set[int]:
    """Return who has left a file with this ending."""
    names = [name.split(".") for name in os.listdir(gate.path)]
    return {int(pid) for pid, *rest in names if rest == [word]}
