"""Processes as the system sees them: who is there, who belongs to whom, and ending them."""

import os
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import NamedTuple

import psutil

# By a word of their command line. They serve all processes of a program, and end with it.
SERVANTS = {
    "multiprocessing.forkserver": "fork server",
    "multiprocessing.resource_tracker": "resource tracker",
}


def servant(process: psutil.Process) -> str:
    """Say which servant of `multiprocessing` a process is: ``"fork server"``, or another's name.

    The empty string stands for any other process. A worker that a fork server forked has the
    server's command line, and is none.
    """
    try:
        name = _by_command(process)
        parent = process.parent() if name == "fork server" else None
        return "" if parent and _by_command(parent) == "fork server" else name
    except psutil.Error:  # it has ended; a zombie has no command any more
        return ""


def _by_command(process: psutil.Process) -> str:
    command = " ".join(process.cmdline())
    return next((name for word, name in SERVANTS.items() if word in command), "")


class Member(NamedTuple):
    """One process of a family.

    Attributes
    ----------
    pid, parent : int
        Its identifier, and that of the process which the system calls its parent.
    name : str
        What the picture calls it.
    """

    pid: int
    parent: int
    name: str


def find_family(names: Mapping[int, str]) -> list[Member]:
    """Look up this process and those of its descendants that a lesson is about.

    Parameters
    ----------
    names : mapping of int to str
        For each pid of interest its name; this process should be among them.

    Returns
    -------
    list of Member
        Those that are running, parents before their children; also the fork server and the
        resource tracker, if they run.
    """
    root = psutil.Process()
    family = []
    for process in [root, *root.children(recursive=True)]:
        try:
            if name := names.get(process.pid) or servant(process):
                family.append(Member(process.pid, process.ppid(), name))
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            continue
    return family


def is_running(pid: int) -> bool:
    """Say whether a process is there and has not ended; a zombie has ended."""
    return status(pid) not in ("gone", psutil.STATUS_ZOMBIE, psutil.STATUS_DEAD)


def status(pid: int) -> str:
    """Return what the operating system says of a process, or that it is gone."""
    try:
        return psutil.Process(pid).status()
    except psutil.NoSuchProcess:
        return "gone"


def wait_for_status(pid: int, *expected: str) -> str:
    """Wait until a process has one of these states, for ten seconds at the most; return it."""
    deadline = time.perf_counter() + 10
    while (now := status(pid)) not in expected and time.perf_counter() < deadline:
        time.sleep(0.01)
    return now


def marked(name: str, value: str) -> list[psutil.Process]:
    """Find all other processes that were started with a mark in their environment, orphans too."""
    found = []
    for process in psutil.process_iter():
        # It ends while we look, or it is another user's.
        with suppress(psutil.Error, OSError):
            has_mark = process.pid != os.getpid() and process.environ().get(name) == value
            if has_mark and is_running(process.pid):
                found.append(process)
    return found


def descendants(pid: int) -> list[psutil.Process]:
    """Find what a process has started, and what that has; nothing once it has ended itself."""
    try:
        found = psutil.Process(pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []
    return [each for each in found if is_running(each.pid)]


def end_all(find: Callable[[], list[psutil.Process]], deadline: float = 5.0) -> None:
    """Suspend, then kill whatever `find` finds, again and again until it finds nothing.

    What is suspended starts nothing more; what it had started just before is found by a second
    look, and killed with it. The resource tracker comes last: it ends by itself when all others
    have ended, after it has removed their shared memory and semaphores, and is killed only at the
    deadline.

    Parameters
    ----------
    find : callable
        Finds what has to end, such as ``lambda: descendants(pid)``; what has ended, it leaves out.
    deadline : float
        Seconds that this takes at the most.
    """
    end = time.monotonic() + deadline
    while (crowd := find()) and time.monotonic() < end:
        doomed = _but_the_tracker(crowd)
        _tell(doomed, "suspend")
        _tell(doomed | _but_the_tracker(find()), "kill")
        time.sleep(0.02)
    _tell(crowd, "kill")


def _but_the_tracker(crowd: Iterable[psutil.Process]) -> set[psutil.Process]:
    """Leave out the resource tracker, and what is just being started: it may become one."""
    others = set()
    for process in crowd:
        with suppress(psutil.Error):
            if process.cmdline() and servant(process) != "resource tracker":
                others.add(process)
    return others


def _tell(processes: Iterable[psutil.Process], what: str) -> None:
    for process in processes:
        with suppress(psutil.Error, OSError):  # it has ended, or is not ours
            getattr(process, what)()
