"""What the processes of the exercises of lesson 04 run."""

from __future__ import annotations

import os
import signal
import sys
import time
from multiprocessing import parent_process

from helpers.spans import note

KILLED = -signal.SIGTERM if os.name == "posix" else 15
PAUSE = 0.1  # seconds; longer than anybody sleeps who does not wait for the end


def leave(*args: int) -> None:
    """Note how this process was started, and with what; end with the first as its exit code."""
    note(f"{_start_method()} {args}")
    time.sleep(PAUSE)
    if args[0] < 0 and parent_process():
        os.kill(os.getpid(), -args[0])
    sys.exit(args[0])


def _start_method() -> str:
    """Tell by its command line how this process was started."""
    command = " ".join(sys.orig_argv)
    if "multiprocessing.forkserver" in command:
        return "forkserver"
    return "spawn" if "--multiprocessing-fork" in command else "fork"
