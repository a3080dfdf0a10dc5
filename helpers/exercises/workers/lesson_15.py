"""What the processes of the exercises of lesson 15 run."""

from __future__ import annotations

import os
import signal
import sys
import time

TYPE_CHECKING = False  # children have no need of this import, which takes time
if TYPE_CHECKING:
    from multiprocessing.connection import Connection

MUCH = 50_000  # words; more than a pipe holds
LONG = 20.0  # seconds


def send(what: object, after: float, sender: Connection) -> None:
    """Send something after so many seconds."""
    time.sleep(after)
    sender.send(what)


def send_much(number: int, sender: Connection) -> None:
    """Send more than a pipe holds."""
    sender.send(f"{number} " * MUCH)


def end_with(code: int, sender: Connection) -> None:
    """End without a word."""
    sys.exit(code)


def be_killed(sender: Connection) -> None:
    """End outright."""
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


def keep_silent(sender: Connection) -> None:
    """Neither send nor end, for a long time."""
    time.sleep(LONG)


def keep_silent_stubbornly(sender: Connection) -> None:
    """Do the same, and do not listen to SIGTERM."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(LONG)
