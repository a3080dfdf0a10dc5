"""The judge's end of a gate: when all have come, and when nobody else will."""

from __future__ import annotations

import shutil
import time
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING

from helpers.exercises.notes import events, notes_folder
from helpers.exercises.workers.gate import Gate
from helpers.system.processes import is_running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SETTLED = 0.4  # seconds after which all that have begun stand at the gate, or for a lock
PATIENCE = 2.0  # seconds to wait for one more to begin


@contextmanager
def gate_for(parties: int, settled: float = SETTLED, patience: float = PATIENCE) -> Iterator[Gate]:
    """Keep a gate for the processes of an answer while the ``with`` block runs.

    It opens when so many stand at it, and all others who have begun, too. It opens as well, for
    good, when so many have begun and no more have come for a while; or when so few have begun that
    somebody waits for them in vain. Nobody is waited for in vain who was started and will begin.

    Parameters
    ----------
    parties : int
        How many.
    settled : float
        Seconds to wait for one more to come, when all have begun.
    patience : float
        Seconds to wait for one more to begin.

    Yields
    ------
    Gate
        For the workers that are handed one; others find it by themselves.
    """
    path, over = notes_folder() / "gate", Event()
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir()
    args = path, parties, settled, patience, time.monotonic(), over
    keeper = Thread(target=_keep, args=args, daemon=True)
    keeper.start()
    try:
        yield Gate(str(path))
    finally:
        over.set()
        keeper.join(timeout=5)


def _keep(
    path: Path, parties: int, settled: float, patience: float, since: float, over: Event
) -> None:
    seen, moved = (0, 0), time.monotonic()
    while not over.wait(0.02):
        come = len([*path.glob("*.here")])
        begun, coming = _on_their_way(since)
        if coming or (come, begun) != seen:
            seen, moved = (come, begun), time.monotonic()
        still = time.monotonic() - moved
        if begun >= parties:
            (path / "begun").touch()
        if come >= parties and (come >= begun + coming or still > settled):
            (path / "all").touch()
            return
        longest = settled if come and begun >= parties else patience
        if (come or begun) and still > longest:
            (path / "open").touch()
            return


def _on_their_way(since: float) -> tuple[int, int]:
    """Count who has begun, and who was started and will begin, however busy the machine is."""
    noted = events(since)
    begun = {event[2] for event in noted if event[1] == "began"}
    gone = {event[2] for event in noted if event[1] in ("ended", "raised", "told")}
    started = {event[2] for event in noted if event[1] == "started"}
    return len(begun), sum(is_running(pid) for pid in started - begun - gone)
