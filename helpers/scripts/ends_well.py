"""Work until somebody ends it, and leave nobody behind, whoever that is.

``python -m helpers.scripts.ends_well [error]``
"""

import os
import signal
import sys
import time
from multiprocessing import (
    Barrier,
    Process,
    Queue,
    active_children,
    current_process,
    parent_process,
    set_start_method,
)
from threading import Thread, main_thread

from helpers.scripts.hanging import introduce
from helpers.spans import join_recording, span


def end_with_parent() -> None:
    """Wait, in a thread, until the parent has ended; then do as if SIGTERM had come."""
    parent_process().join()
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(main_thread().ident, signal.SIGTERM)
    else:  # Windows ends a process at once; it cannot clean up
        os.kill(os.getpid(), signal.SIGTERM)


def child(ready, work, *args) -> None:
    """Work until told to end, by SIGTERM or by the parent's death, and clean up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    Thread(target=end_with_parent, daemon=True).start()
    try:
        ready.wait(timeout=60)
        with span("working"):
            work(*args)
    finally:
        with span("cleaning up"):
            time.sleep(0.2)


def main(error: bool) -> None:
    """Start two children, wait, and end them whatever happens."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    ready, empty = Barrier(3), Queue()
    try:
        Process(target=child, name="anna", args=(ready, time.sleep, 60)).start()
        Process(target=child, name="bert", args=(ready, empty.get, True, 60)).start()
        ready.wait(timeout=60)
        introduce(active_children())
        if error:
            raise ZeroDivisionError("an error in the parent")
        time.sleep(60)
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)
        for process in active_children():
            process.terminate()
        for process in active_children():
            process.join(timeout=5)
            process.kill()


if __name__ == "__main__":
    join_recording()
    set_start_method(os.environ.get("START_METHOD") or None)
    current_process().name = "program"
    signal.signal(signal.SIGINT, signal.default_int_handler)  # whatever was inherited
    with span("program"):
        main("error" in sys.argv)
