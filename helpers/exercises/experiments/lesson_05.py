"""Experiments of lesson 05: processes that end in different ways, seen by who wants to know."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from contextlib import suppress
from multiprocessing import Process
from multiprocessing.connection import wait
from threading import Event, Thread

from helpers.exercises.workers.lesson_05 import exit_when

TYPE_CHECKING = False  # an answer has no need of this import, which takes time
if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.synchronize import Event as MadeEvent

STEP = 0.01  # seconds
SPARE = 50  # steps; who waits so much longer than he was told waits too long
OFTEN = 6  # looks of somebody who waits by looking again and again


class Watched(Process):
    """A process that comes to its end when somebody is ready to wait for it long enough.

    Whoever is not, or looks only a few times, is gone by then; and neither has to wait for long.
    """

    due, looks, last, told, patience = None, 0, 0.0, False, 0.0

    def join(self, timeout: float | None = None) -> None:
        """Wait, for short only if the end was to be waited for longer."""
        if self.due and timeout is not None and timeout < 0.9 * self.patience:
            self._look()
            timeout = min(timeout, STEP)
        elif self.due:
            self.due.set()
        super().join(timeout)

    def is_alive(self) -> bool:
        """Say so, and remember that somebody wanted to know."""
        self._look()
        return super().is_alive()

    @property
    def exitcode(self) -> int | None:
        """The exit code; that somebody wanted to know it is remembered."""
        self._look()
        return super().exitcode

    def _look(self) -> None:
        now = time.monotonic()
        if now - self.last < STEP:
            return  # who looks again at once has not waited
        self.looks, self.last = self.looks + 1, now
        if self.due and self.looks == OFTEN and self.pid:
            self.due.set()
            super().join(60)

    def terminate(self) -> None:
        """End it, which nobody has asked for."""
        self.told = True
        super().terminate()

    def kill(self) -> None:
        """End it, which nobody has asked for."""
        self.told = True
        super().kill()


def said_of(
    fate: Callable, how: str, seconds: float, pause: float, code: int
) -> tuple[object, bool, str]:
    """Ask for the fate of a process that ends after a pause, at the latest, or does not.

    Returns
    -------
    object
        What was said.
    bool
        Whether that took much longer than it may. The process was killed then.
    str
        What was done to the process meanwhile that nobody had asked for, if anything.
    """
    leave, over, late = multiprocessing.Event(), Event(), Event()
    process = Watched(target=exit_when, args=(leave, code))
    if how in ("ended", "not started"):
        leave.set()
    if how != "not started":
        process.start()
    if how == "ended":
        _wait_for_end(process)
    helper = Thread(target=_end_late, args=(process, seconds, over, late))
    if how in ENDS:
        process.due, process.patience = Event(), seconds
        helper = Thread(target=_end_when_due, args=(process.due, pause, ENDS[how], process, leave))
    helper.start()
    try:
        said = fate(process, seconds)
        return said, late.is_set(), _done_to(process, how)
    finally:
        over.set()
        if process.due:
            process.due.set()
        helper.join(timeout=60)
        process.due = None
        with suppress(ValueError, AttributeError, AssertionError):  # closed, or not started
            Process.kill(process)
            Process.join(process, timeout=60)


ENDS = {
    "exit": lambda process, leave: leave.set(),
    "terminate": lambda process, leave: Process.terminate(process),
    "kill": lambda process, leave: Process.kill(process),
    "signal": lambda process, leave: os.kill(process.pid, signal.SIGUSR2),
}


def _end_when_due(
    due: Event, pause: float, end: Callable, process: Watched, leave: MadeEvent
) -> None:
    """Let a process end as soon as somebody waits for it, or after a pause."""
    due.wait(pause)
    with suppress(ValueError):  # it was closed
        end(process, leave)


def _end_late(process: Watched, seconds: float, over: Event, late: Event) -> None:
    """Kill a process when whoever waits for its end should have gone long ago.

    This thread takes its steps on the same machine: it is as slow as whoever waits.
    """
    for _ in range(round(seconds / STEP) + SPARE):
        if over.wait(STEP):
            return
    late.set()
    with suppress(ValueError, AttributeError):  # it was closed, or not started
        Process.kill(process)


def _wait_for_end(process: Watched) -> None:
    """Wait until a process has ended, and leave it to others to find that out."""
    wait([process.sentinel], timeout=60)
    with suppress(AttributeError, ChildProcessError):  # Windows, or a child of the fork server
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)


def _done_to(process: Watched, how: str) -> str:
    """Say what was done to a process that nobody had asked for."""
    try:
        if how == "not started":
            return "" if process.pid is None else "started"
        Process.join(process, timeout=0.05)
        ended = process.told or how == "stay" and process.exitcode is not None
        return "ended" if ended else ""
    except ValueError:
        return "closed"
