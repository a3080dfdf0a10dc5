"""What the processes of lesson 07 do: they beat, write and clean up, until somebody ends them."""

from __future__ import annotations

import signal
import sys
import time
from multiprocessing import Process, current_process

from helpers.spans import note, span

TYPE_CHECKING = False  # children have no need of this import, which takes time
if TYPE_CHECKING:
    from multiprocessing.connection import Connection


def describe() -> None:
    """Note whether this process is a daemon, and whether a child of it would be one."""
    note(f"daemon: {current_process().daemon}; its child would be: {Process().daemon}")


def have_a_child() -> None:
    """Start a process from within this one."""
    child = Process(target=describe)
    child.start()
    child.join(timeout=60)


def work_a_second(ready: Connection) -> None:
    """Say that the work has begun, work for a second, and clean up whatever happens."""
    try:
        with span("working"):
            ready.send("ready")
            time.sleep(1)
        note("finished")
    finally:
        note("cleaned up")


def write_two_lines(path: str, ready: Connection) -> None:
    """Write two lines into a file, and take a second between them."""
    with open(path, "w", encoding="utf-8") as file:
        file.write("first line\n")
        file.flush()
        ready.send("ready")
        time.sleep(1)
        file.write("last line\n")


def work_until_told(ready: Connection) -> None:
    """Work until SIGTERM comes, and then clean up for half a second."""

    def clean_up(number: int, frame: object) -> None:
        with span("cleaning up"):
            time.sleep(0.5)
        sys.exit()

    signal.signal(signal.SIGTERM, clean_up)
    with span("working"):
        ready.send("ready")
        time.sleep(5)


def beat(interval: float = 0.1) -> None:
    """Leave a note at every interval, for ten seconds at the most."""
    for _ in range(round(10 / interval)):
        note("alive")
        time.sleep(interval)
