"""What the processes of the exercises of lesson 10 run."""

from __future__ import annotations

import os
import time

from helpers.exercises import FOLDER
from helpers.spans import note

TYPE_CHECKING = False  # children have no need of these imports, which take time
if TYPE_CHECKING:
    from collections.abc import Callable

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
    """Double an array in place, and note that it was done here."""
    whole = rows
    while hasattr(whole.base, "dtype"):  # a view of another array
        whole = whole.base
    copied = whole.base is None and whole.size > rows.size
    rows *= 2
    note("doubled a copy" if copied else f"doubled {rows.size}")


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
    time.sleep(0.04)
    _wait_for(lambda started, begun, over: begun >= started, seconds=3)
    return thing


class SlowShelf(dict):
    """A dictionary of a manager: who puts something in sees to it that others look first."""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self.looks = 0

    def __getitem__(self, kind: str) -> object:
        self.looks += 1
        return super().__getitem__(kind)

    def __setitem__(self, kind: str, things: object) -> None:
        looks = self.looks
        _wait_for(
            lambda started, begun, over: over >= begun - 1 or self.looks > looks, seconds=0.25
        )
        super().__setitem__(kind, things)


def _wait_for(enough: Callable[[int, int, int], bool], seconds: float) -> None:
    """Wait until enough children were started, have begun, are over; or for so long."""
    end = time.monotonic() + seconds
    while os.environ.get(FOLDER) and not enough(*_children()) and time.monotonic() < end:
        time.sleep(0.005)


def _children() -> tuple[int, int, int]:
    """Count the children of the answer that were started, have begun, and are over."""
    from helpers.exercises.notes import events  # here, since only one worker needs it

    noted = events()
    started = {event[2]: event[3] for event in noted if event[1] == "started"}
    servers = {pid for pid, name in started.items() if "Manager-" in name}
    begun = {event[2] for event in noted if event[1] == "began"}
    over = {event[2] for event in noted if event[1] == "over"}
    return len({*started} - servers), len(begun - servers), len(over - servers)
