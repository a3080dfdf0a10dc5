"""What the processes of the exercises of lesson 07 run."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress

from helpers.spans import note

TYPE_CHECKING = False  # children have no need of this import, which takes time
if TYPE_CHECKING:
    from multiprocessing.synchronize import Semaphore

TIDYING = 0.15  # seconds; so long a daemon still runs when it has been terminated
_ticked: list[float] = []  # one for each beat


def tick(beats: Semaphore, late: float = 0.0) -> None:
    """Note a beat of the heart, and count it; take a moment to end, so that a join is needed.

    The second one is late, by so many seconds.
    """
    _ticked.append(late)
    time.sleep(late if len(_ticked) == 2 else 0)
    with suppress(ValueError):  # in a thread
        signal.signal(signal.SIGTERM, _end_slowly)
    note("tick")
    beats.release()


def _end_slowly(number: int, _: object) -> None:
    signal.signal(number, signal.SIG_DFL)
    time.sleep(TIDYING)
    os.kill(os.getpid(), number)
