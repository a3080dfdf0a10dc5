"""What the processes of the exercises of lesson 00 run."""

from __future__ import annotations

import time
from multiprocessing import current_process
from threading import BrokenBarrierError

from helpers.exercises.workers.gate import Gate
from helpers.spans import note, span

TYPE_CHECKING = False  # children have no need of this import, which takes time
if TYPE_CHECKING:
    from multiprocessing.synchronize import Barrier

MOMENT = 0.3  # seconds; whoever waits for the other guest only is gone by then


def dine(table: Barrier | Gate) -> None:
    """Wait at a table until it is full, for some seconds at the most; note how it went."""
    try:
        with span("waiting"):
            table.wait(timeout=4)
        note("in company")
        if isinstance(table, Gate) and table.has(f"{current_process().name} stays"):
            time.sleep(MOMENT)
    except BrokenBarrierError:
        note("alone")
