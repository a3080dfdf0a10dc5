"""The judge's end of a gate: when all have come, and when nobody else will."""

from __future__ import annotations

import shutil
import time
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING

from helpers.exercises.notes import events, notes_folder
from helpers.exercises.workers.gate import Gate
from helpers.exercises.workers.rest import SEEN, at_rest
from helpers.system.processes import is_running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

REST = 0.25  # seconds in which nobody stirs who could come
SETTLED = 0.4  # seconds after which all that have begun stand at the gate, or for a lock
PATIENCE = 2.0  # seconds to wait for one more to begin
LONGEST = 4.0  # seconds to wait for those who are never at rest, such as one who asks all the time


@contextmanager
def gate_for(parties: int, settled: float = SETTLED, patience: float = PATIENCE) -> Iterator[Gate]:
    """Keep a gate for the processes of an answer while the ``with`` block runs.

    It opens when so many stand at it, and all others who have begun do so, too, or wait. It opens
    as well, for good, when somebody stands there, and all others wait for something else. Where
    that cannot be seen, it does so when so many have begun and no more have come for a while, or
    when somebody waits in vain for more to begin.

    Parameters
    ----------
    parties : int
        How many.
    settled : float
        Seconds to wait for one more to come, when all have begun, where it cannot be seen.
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
    seen, moved, stirred = (0, 0), time.monotonic(), time.monotonic()
    while not over.wait(0.02):
        noted, come = events(since), {int(file.stem) for file in path.glob("*.here")}
        begun, coming, others = _on_their_way(noted)
        if coming or (len(come), begun) != seen:
            seen, moved, stirred = (len(come), begun), time.monotonic(), time.monotonic()
        if begun >= parties:
            (path / "begun").touch()
        if not (others and at_rest(others - come)):
            stirred = time.monotonic()
        asleep, still = time.monotonic() - stirred > REST, time.monotonic() - moved
        if len(come) >= parties and (len(come) >= begun + coming or asleep or still > settled):
            (path / "all").touch()
            return
        longest = settled if come and begun >= parties else patience
        longest = LONGEST if others and SEEN else longest
        if come and asleep or any(seen) and still > longest:
            (path / "open").touch()
            return


def _on_their_way(noted: list[tuple]) -> tuple[int, int, set[int]]:
    """Count who has begun, and who was started and will begin, however busy the machine is.

    There are also all who could bring somebody to the gate: those two, whoever has started them,
    and the fork server; or nobody, if programs were started, and not by the answer.
    """
    told = [event for event in noted if event[1] in ("started", "began")]
    managers = {event[2] for event in told if "Manager-" in event[3]}
    begun = {event[2] for event in told if event[1] == "began"} - managers
    started = {event[2] for event in told if event[1] == "started"} - managers
    gone = {event[2] for event in noted if event[1] in ("ended", "raised", "told")}
    others = {event[0] for event in told} | {event[4] for event in told if event[1] == "began"}
    others |= begun | started | managers
    coming = sum(is_running(pid) for pid in started - begun - gone)
    return len(begun), coming, others if started else set()
