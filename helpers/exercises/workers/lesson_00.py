"""What the processes of the exercises of lesson 00 run."""

from __future__ import annotations

from threading import BrokenBarrierError

from helpers.spans import note, span

TYPE_CHECKING = False  # children have no need of this import, which takes time
if TYPE_CHECKING:
    from multiprocessing.synchronize import Barrier


def dine(table: Barrier) -> None:
    """Wait at a table until it is full, for two seconds at the most; note how it went."""
    try:
        with span("waiting"):
            table.wait(timeout=2)
        note("in company")
    except BrokenBarrierError:
        note("alone")
