"""Start a process while a thread holds a lock; "mended", a forked child makes the lock anew.

``python -m helpers.scripts.held_lock METHOD [mended]``
"""

import os
import sys
import threading
import time
import warnings
from multiprocessing import current_process, get_context

from helpers.spans import join_recording, note, span

lock = threading.Lock()
held = threading.Event()


def hold() -> None:
    """Hold the lock for half a second: a thread of the program."""
    with lock, span("holding lock"):
        held.set()
        time.sleep(0.5)


def ask() -> None:
    """Wait for the lock, for 1.5 seconds at most: a child of the program."""
    with span("waiting for lock"):
        got = lock.acquire(timeout=1.5)
    note(f"got the lock: {got}")


def renew() -> None:
    """Make the lock anew: in a forked child, before it does anything else."""
    global lock
    lock = threading.Lock()


def main(method: str, mended: str = "") -> None:
    """Start the child while the thread holds the lock, and say whether Python warned."""
    if mended:
        os.register_at_fork(after_in_child=renew)
    threading.Thread(target=hold, name=f"thread, {method}").start()
    held.wait(timeout=60)
    child = get_context(method).Process(target=ask, name=f"child, {method}")
    with warnings.catch_warnings(record=True, action="always") as warned:
        child.start()
    child.join(timeout=60)
    print(*{warning.category.__name__ for warning in warned})


if __name__ == "__main__":
    join_recording()
    current_process().name = "program"
    main(*sys.argv[1:])
