"""What the processes of the exercises of lesson 10 run."""

from __future__ import annotations

import os
import time
from collections import Counter
from contextlib import suppress
from functools import cache
from threading import BrokenBarrierError

from helpers.exercises import FOLDER
from helpers.exercises.workers.gate import gate_here
from helpers.exercises.workers.rest import SEEN, at_rest
from helpers.spans import note

TYPE_CHECKING = False  # children have no need of these imports, which take time
if TYPE_CHECKING:
    from numpy import ndarray


class Handed(int):
    """A whole number that notes where it is multiplied; what comes out is a plain one."""

    def __mul__(self, other: int) -> int:
        note("multiplied")
        return int(self) * int(other)

    __rmul__ = __mul__

    def __pow__(self, power: int) -> int:
        note("multiplied")
        return int(self) ** power


def double(rows: ndarray) -> None:
    """Double an array in place, and note that it was done here. It takes a moment to begin."""
    _take_a_moment()
    whole = rows
    while hasattr(whole.base, "dtype"):  # a view of another array
        whole = whole.base
    copied = whole.base is None and whole.size > rows.size
    rows *= 2
    note("doubled a copy" if copied else f"doubled {rows.size}")


@cache
def _take_a_moment() -> None:
    """Take longer than somebody who does not wait for this process, the first time."""
    time.sleep(0.25)


class Thing(str):
    """The name of a thing; it remembers which processes have sent it on its way."""

    way: tuple[int, ...] = ()

    def __reduce__(self) -> tuple:
        return _arrived, (str(self), (*self.way, os.getpid()))


def _arrived(name: str, way: tuple[int, ...]) -> Thing:
    thing = Thing(name)
    thing.way = way
    return thing


def carry(thing: str) -> str:
    """Return a thing, and note that it was carried here. Others who carry have time to come."""
    note(str(thing))
    if gate := gate_here():
        with suppress(BrokenBarrierError):
            gate.wait(timeout=4)
    return thing


class SlowShelf(dict):
    """A dictionary of a manager: who puts something in sees to it that others look first.

    They have looked at what is there of that kind, or all of them wait for something else.
    """

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self.looks = Counter()

    def __getitem__(self, kind: str) -> object:
        self.looks[kind] += 1
        return super().__getitem__(kind)

    def get(self, kind: str, default: object = None) -> object:
        """Look what is there, if there is anything."""
        self.looks[kind] += 1
        return super().get(kind, default)

    def __setitem__(self, kind: str, things: object) -> None:
        looks, stirred = self.looks[kind], time.monotonic()
        end = stirred + (PATIENCE if SEEN else UNSEEN)
        while self.looks[kind] == looks and time.monotonic() < min(end, stirred + REST):
            time.sleep(0.01)
            gate, at_work = gate_here(), _at_work()
            alone = len(at_work) < 2 and gate and (gate.has("all") or gate.has("open"))
            if alone or not at_work:
                break
            stirred = stirred if at_rest(at_work) else time.monotonic()
        super().__setitem__(kind, things)

    def update(self, *args: object, **options: object) -> None:
        """Put in several, one after another."""
        for kind, things in dict(*args, **options).items():
            self[kind] = things


REST, PATIENCE, UNSEEN = 0.25, 2.0, 0.6  # seconds


def _at_work() -> set[int]:
    """Return which children of the answer have begun, and are not over."""
    from helpers.exercises.notes import events  # here, since only one worker needs it

    noted = events() if os.environ.get(FOLDER) else []
    begun = {event[2] for event in noted if event[1] == "began" and "Manager-" not in event[3]}
    return begun - {event[2] for event in noted if event[1] == "over"}
