"""What the processes of the exercises of lesson 05 run."""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import suppress
from threading import BrokenBarrierError

from helpers.spans import note

TYPE_CHECKING = False  # children have no need of this import, which takes time
if TYPE_CHECKING:
    from multiprocessing.synchronize import Barrier, Event

MOMENT = 0.3  # seconds; longer than anybody takes to look who waits, or sleeps who does not
LONG = 3  # seconds


def exit_after(seconds: float, code: int) -> None:
    """End with an exit code, after so many seconds."""
    time.sleep(seconds)
    sys.exit(code)


def work_until(stop: Event, at_work: Event) -> None:
    """Say that the work has begun, work until asked to stop, and put everything away."""
    time.sleep(MOMENT / 3)
    note("asked too early" if stop.is_set() else "at work")
    at_work.set()
    if stop.wait(timeout=5):
        time.sleep(MOMENT)
        note("all put away")


def run_race(order: list[str], pause: float, all_there: Barrier, won: Event, name: str) -> None:
    """Run a race: the first in the order ends after a pause, the second soon after the first.

    All others run for long. Who is ended by a signal needs a while for it.
    """
    with suppress(ValueError):  # a thread, which should be a process
        signal.signal(signal.SIGTERM, _end_slowly)
    note(name)
    try:
        all_there.wait(timeout=LONG + 1)
    except BrokenBarrierError:
        note(f"alone {name}")
        return
    if name == order[0]:
        time.sleep(pause)
        won.set()
        return
    won.wait(timeout=30)
    time.sleep(MOMENT if name == order[1] else LONG)
    note(f"over {name}")


def _end_slowly(*_: object) -> None:
    time.sleep(MOMENT / 3)
    os._exit(0)  # an exception would end in the middle of a wait
