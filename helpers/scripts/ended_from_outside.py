"""Start a child and a daemon, and be ended from outside.

``python -m helpers.scripts.ended_from_outside terminated|handled|interrupted|killed``
"""

import os
import signal
import sys
import time
from multiprocessing import Pipe, Process, current_process

from helpers.spans import join_recording, note
from helpers.system.waiting import wait_for_word
from helpers.workers.lives import work_and_clean_up


def be_ended(way: str) -> None:
    """Send the signal that would come from outside; an interrupt goes to all."""
    if way == "interrupted":
        os.killpg(os.getpgrp(), signal.SIGINT)
    elif way == "killed":  # Windows has no SIGKILL; there, SIGTERM is as abrupt
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    else:
        os.kill(os.getpid(), signal.SIGTERM)


def main(way: str) -> None:
    """Have two children at work for two seconds, and be ended in the middle of it."""
    for name, daemon in [("child", False), ("daemon", True)]:
        receiver, sender = Pipe(duplex=False)
        args = (2, sender)
        child = Process(target=work_and_clean_up, args=args, name=name, daemon=daemon)
        child.start()
        wait_for_word(child, receiver)
    if way == "handled":  # not before: a forked child would inherit the handler
        signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(143))
    try:
        be_ended(way)
        time.sleep(5)
    finally:
        note("cleaned up")


if __name__ == "__main__":
    join_recording()
    current_process().name = "program"
    signal.signal(signal.SIGINT, signal.default_int_handler)  # whatever was inherited
    main(sys.argv[1])
