"""Find and end everything that an answer has started, however far it got away."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import psutil

from helpers.system.processes import servant

if TYPE_CHECKING:
    from collections.abc import Callable

MARK = "PROCESSES_COURSE_CHECK"  # in the environment of everything that an answer starts
TOO_LATE = (
    "not right yet: it had not ended after {:g} seconds, and was stopped. "
    "Something in it waits for ever, or never ends."
)
PR_SET_CHILD_SUBREAPER = 36  # in Linux's <sys/prctl.h>


def adopt_orphans() -> None:
    """Become the parent of all descendants that lose theirs, where the system can do that.

    Source: prctl(2), of Linux. Elsewhere orphans go to process 1, as ever.
    """
    if sys.platform == "linux":
        import ctypes  # here, since no other system has a use for it

        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def finder(pid: int, mark: str) -> Callable[[], list[psutil.Process]]:
    """Return a function that finds what a process has started, and their children, and so on.

    Parameters
    ----------
    pid : int
        The process, which has just been started. It leads a session of its own where there are
        sessions, and adopts orphans where the system lets it.
    mark : str
        What `MARK` is in the environment of its descendants, unless they were given another one.

    Returns
    -------
    callable
        It lists the descendants that run: by parent, session and mark. Whoever was found once is
        known from then on, so the children of an orphan are found as well.
    """
    root, known, strangers = psutil.Process(pid), {}, set()

    def find() -> list[psutil.Process]:
        pids = set(psutil.pids())
        strangers.intersection_update(pids)
        running = _running(pids - strangers)
        more = {root.pid: root}
        while more:
            known.update(more)
            rest = [each for each in running.values() if known.get(each.pid) != each]
            more = {each.pid: each for each in rest if _belongs(each, running, known, mark)}
        # Whoever was there before is not looked at again: a crowd of others costs no time.
        strangers.update(each.pid for each in rest)
        return [each for each in running.values() if known.get(each.pid) == each != root]

    return find


def _running(pids: set[int]) -> dict[int, psutil.Process]:
    """Look at processes, and leave out those that have ended."""
    running = {}
    for pid in pids:
        with suppress(psutil.Error):
            process = psutil.Process(pid)
            if process.status() != psutil.STATUS_ZOMBIE:
                running[pid] = process
    return running


def _belongs(
    process: psutil.Process,
    running: dict[int, psutil.Process],
    known: dict[int, psutil.Process],
    mark: str,
) -> bool:
    """Say whether a process has the mark, or a parent or session that is known."""
    with suppress(psutil.Error, OSError):
        session = os.getsid(process.pid) if hasattr(os, "getsid") else 0  # Windows has none
        for pid in (process.ppid(), session):
            if pid in known and running.get(pid, known[pid]) == known[pid]:
                return True
        return process.environ().get(MARK) == mark
    return False


def freeze(leader: int, find: Callable[[], list[psutil.Process]]) -> None:
    """Stop a whole group of processes at once, where that can be done, so that it grows no more.

    A crowd that starts more and more may grow faster than it can be found, one by one. The
    resource tracker goes on: it has to clean up after the others.

    Parameters
    ----------
    leader : int
        The process that leads the group.
    find : callable
        It lists the processes, among them the resource tracker.
    """
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError):
            os.killpg(leader, signal.SIGSTOP)
        for each in find():
            with suppress(psutil.Error):
                if servant(each) == "resource tracker":
                    each.resume()
