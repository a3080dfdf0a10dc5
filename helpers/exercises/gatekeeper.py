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

    It opens when so many stand at it. It opens as well, for good, when somebody stands there, and
    all others wait for something else. Where that cannot be seen, it does so when so many have
    begun and no more have come for a while; or when somebody waits in vain for more to begin.

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
    seen, moved, stirred = (), 0.0, 0.0
    while not over.wait(0.02):
        noted, come = events(since), {file.stem for file in path.glob("*.here")}
        crew = {event[2] for event in noted if event[1] == "began" and "Manager-" not in event[3]}
        if (come, crew) != seen:
            seen, moved, stirred = (come, crew), time.monotonic(), time.monotonic()
        if len(crew) >= parties:
            (path / "begun").touch()
        if len(come) >= parties:
            (path / "all").touch()
            return
        others, known = _others(noted, come)
        if not (known and at_rest(others)):
            stirred = time.monotonic()
        longest = settled if come and len(crew) >= parties else patience
        longest = LONGEST if known and SEEN else longest
        asleep = come and time.monotonic() - stirred > REST
        if asleep or seen != (set(), set()) and time.monotonic() - moved > longest:
            (path / "open").touch()
            return


def _others(noted: list[tuple], come: set[str]) -> tuple[set[int], bool]:
    """Return who could still bring somebody to the gate, and whether all of them are known.

    That are who was started, or has begun, and who has started somebody: also the fork server.
    """
    pids = set()
    for event in noted:
        if event[1] == "started":
            pids |= {event[0], event[2]}
        elif event[1] == "began":
            pids |= {event[2], event[4]}
    known = any(event[1] == "started" for event in noted)  # and not by the judge, as programs are
    return {pid for pid in pids if str(pid) not in come}, known
