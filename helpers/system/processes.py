"""Processes as the system sees them: who is there, who belongs to whom, and ending them."""

import time
from collections.abc import Mapping
from typing import NamedTuple

import psutil

# By a word of their command line. They serve all processes of a program, and end with it.
SERVANTS = {
    "multiprocessing.forkserver": "fork server",
    "multiprocessing.resource_tracker": "resource tracker",
}


def servant(process: psutil.Process) -> str:
    """Say which servant of `multiprocessing` a process is.

    Parameters
    ----------
    process : psutil.Process
        Any process.

    Returns
    -------
    str
        ``"fork server"``, ``"resource tracker"``, or the empty string for any other process.
        A worker that a fork server forked has the server's command line, and is none.
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
    """Say whether a process is there and has not ended; a zombie has ended.

    Parameters
    ----------
    pid : int
        The process's identifier.

    Returns
    -------
    bool
        False for a process that has ended, whether or not its parent has waited for it.
    """
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


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
