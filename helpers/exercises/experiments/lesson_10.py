"""Experiments of lesson 10: numbers and things that tell where they have been, and costs."""

from __future__ import annotations

import sys
from multiprocessing.managers import SyncManager

from helpers.exercises.workers.lesson_10 import Handed, SlowShelf, Thing

TYPE_CHECKING = False  # an answer has no need of this import, which takes time
if TYPE_CHECKING:
    from collections.abc import Callable


def squares_of(square_all: Callable, numbers: list[int]) -> dict[str, object]:
    """Have numbers squared that note where; say what came, and if a queue has brought it."""
    handed = [Handed(number) for number in numbers]
    said = square_all(handed)
    queue = "multiprocessing.queues" in sys.modules
    return {"said": said, "queue": queue, "changed": handed != numbers}


def filled(fill: Callable, things: list[tuple[str, str]]) -> dict[str, object]:
    """Have a wardrobe filled, with a manager who takes his time.

    Returns
    -------
    dict
        What was returned; for each thing in it, if it can still tell, through which processes it
        has come.
    """
    entry = SyncManager._registry["dict"]
    SyncManager._registry["dict"] = (SlowShelf, *entry[1:])
    handed = [(kind, Thing(thing)) for kind, thing in things]
    try:
        said = fill(handed)
    finally:
        SyncManager._registry["dict"] = entry
    ways = []
    if type(said) is dict and all(type(each) is list for each in said.values()):
        ways = [(str(each), each.way) for some in said.values() for each in some if _tells(each)]
    return {"said": said, "ways": ways, "changed": handed != things}


def _tells(thing: object) -> bool:
    return isinstance(thing, Thing)


def all_quickest(quickest: Callable, cases: list[tuple]) -> list:
    """Return what is the quickest, in each case."""
    return [quickest(*case) for case in cases]
