"""The lives of lesson 05: how processes work, end, are ended, and leave others behind."""

from __future__ import annotations

import os
import signal
import sys
import time
from multiprocessing import get_context, parent_process

from helpers.spans import note, span

TYPE_CHECKING = False  # children have no need of these imports, which take time
if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.synchronize import Event, Lock


def work_until(stop: Event) -> None:
    """Work until this event is set, for twenty seconds at the most."""
    with span("working"):
        stop.wait(timeout=20)


def fail() -> None:
    """Meet an error that nobody handles."""
    raise ValueError("the printer has no paper")


def exit_with(code: int | None) -> None:
    """End this process at once, with an exit code of our choice."""
    sys.exit(code)


def work_and_clean_up(seconds: float, ready: Connection) -> None:
    """Say that the work has begun, work, and clean up whatever happens."""
    try:
        with span("working"):
            ready.send("ready")
            time.sleep(seconds)
        note("finished")
    finally:
        note("cleaned up")


def work_and_handle_sigterm(ready: Connection) -> None:
    """Work; when SIGTERM comes, exit in order, with code 3."""
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(3))
    work_and_clean_up(20, ready)


def work_and_ignore_sigterm(ready: Connection) -> None:
    """Work, and do not listen to SIGTERM."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    work_and_clean_up(20, ready)


def hold_until_stopped(lock: Lock, stop: Event, ready: Connection) -> None:
    """Hold the lock until asked to stop, for twenty seconds at the most."""
    with lock, span("holding lock"):
        ready.send("ready")
        stop.wait(timeout=20)


def try_to_get(lock: Lock, ready: Connection, patience: float = 2) -> None:
    """Wait for the lock, with a deadline, and note how it went."""
    with span("waiting for lock"):
        ready.send("ready")
        got_it = lock.acquire(timeout=patience)
    if got_it:
        with span("holding lock"):
            time.sleep(0.3)
        lock.release()
    note("got the lock" if got_it else "gave up")


def have_a_child(ready: Connection, method: str = "spawn") -> None:
    """Start a child, by this method, and wait for its end."""
    context = get_context(method)
    child = context.Process(target=outlive_parent, args=(ready,), name="worker's child")
    with span("waiting for its child"):
        child.start()
        child.join(timeout=20)


def outlive_parent(ready: Connection) -> None:
    """Work until the parent has died, and a second longer; three seconds at the most."""
    with span("working"):
        ready.send(os.getpid())
        parent_process().join(timeout=2)
        time.sleep(1)
    note(f"my parent is alive: {parent_process().is_alive()}")


def is_orphan(first: int) -> bool:
    """Say whether the parent has ended; `first` is what os.getppid() said at first."""
    return os.getppid() != first or not parent_process().is_alive()


def work_for_parent(ready: Connection) -> None:
    """Work while there is a parent, ten seconds at most; note what told of its end."""
    first = os.getppid()
    with span("working"):
        ready.send("ready")
        end = time.monotonic() + 10
        while time.monotonic() < end and not is_orphan(first):
            time.sleep(0.05)
    note(f"parent_process() is alive: {parent_process().is_alive()}")
    note(f"os.getppid() is the same: {os.getppid() == first}")
