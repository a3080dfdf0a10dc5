"""Find and end everything that an answer has started, however far it got away."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import psutil

from helpers.system.processes import servant

if TYPE_CHECKING:
    from collections.abc import Callable

MARK = "PROCESSES_COURSE_CHECK"  # in the environment of everything that an answer starts
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
    root = psutil.Process(pid)
    known = {root}

    def find() -> list[psutil.Process]:
        young = _young(root)
        while more := {each for each in young - known if _belongs(each, known, mark)}:
            known.update(more)
        return list((young & known) - {root})

    return find


def _young(root: psutil.Process) -> set[psutil.Process]:
    """Find all processes that run and are not older than another one."""
    young = set()
    for pid in psutil.pids():
        with suppress(psutil.Error):
            process = psutil.Process(pid)
            if process.create_time() >= root.create_time() and _runs(process):
                young.add(process)
    return young


def _runs(process: psutil.Process) -> bool:
    return process.status() != psutil.STATUS_ZOMBIE


def _belongs(process: psutil.Process, known: set[psutil.Process], mark: str) -> bool:
    with suppress(psutil.Error, OSError):
        leader = os.getsid(process.pid) if hasattr(os, "getsid") else None
        return (
            process.parent() in known
            or any(each.pid == leader for each in known)
            or process.environ().get(MARK) == mark
        )
    return False


def end_all(find: Callable[[], list[psutil.Process]], deadline: float = 5.0) -> None:
    """Suspend, then kill whatever `find` finds, again and again until it finds nothing.

    The resource tracker comes last, since it cleans up after the others.

    Parameters
    ----------
    find : callable
        It lists the processes to end.
    deadline : float
        Seconds that this takes at the most.
    """
    start = time.monotonic()
    while (crowd := find()) and time.monotonic() < start + deadline:
        if time.monotonic() < start + deadline / 2:
            crowd = [each for each in crowd if servant(each) != "resource tracker"]
        for end in ("suspend", "kill"):  # what does not run starts nothing more
            for each in crowd:
                with suppress(psutil.Error):
                    getattr(each, end)()
        time.sleep(0.01)
