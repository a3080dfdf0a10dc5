"""What the processes of the exercises of lesson 04 run."""

from __future__ import annotations

import sys

EXIT_CODES = {"fork": 1, "forkserver": 2, "spawn": 3}


def tell_start_method(base: int) -> None:
    """End with an exit code that tells how this process was started, above a base."""
    command = " ".join(sys.orig_argv)
    if "multiprocessing.forkserver" in command:
        sys.exit(base + EXIT_CODES["forkserver"])
    method = "spawn" if "--multiprocessing-fork" in command else "fork"
    sys.exit(base + EXIT_CODES[method])
