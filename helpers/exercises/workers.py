"""What the processes of the exercises run, where the learner does not write it."""

from __future__ import annotations

from contextlib import suppress
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


def invite(guest: str, host: str, *, drink: str = "water") -> None:
    """Note who visits whom, and what there is to drink."""
    note(f"{guest} visits {host} for {drink}")


def count_letters(name: str) -> int:
    """Return how many letters a name has, and note that they were counted here."""
    note(f"counted {name}")
    return len(name)


def one(gate: Barrier) -> int:
    """Return 1, as soon as all others ask for it too, or after three seconds."""
    with suppress(BrokenBarrierError):
        gate.wait(timeout=3)
    return 1


def square(number: int) -> int:
    """Return the square of a number, and note that it was computed here."""
    note(f"squared {number}")
    return number * number
