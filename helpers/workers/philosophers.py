"""The five dining philosophers of lesson 11, and a look at who waits for whom."""

from __future__ import annotations

import multiprocessing
import time
from collections import namedtuple

from helpers.spans import note, span
from helpers.workers.coordination import take

NAMES = ["arendt", "beauvoir", "confucius", "diogenes", "epicurus"]
NOBODY = -1
PAUSE = 0.02  # seconds from one fork to the next

TYPE_CHECKING = False  # children have no need of these imports, which take time
if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.context import BaseContext
    from multiprocessing.synchronize import Barrier, Semaphore


class Table(namedtuple("Table", "forks holders wishes meals")):  # typing takes time to import
    """What all philosophers share.

    Attributes
    ----------
    forks : list of Lock
        Fork 0 lies to the left of philosopher 0, fork 1 between philosophers 0 and 1, and so on.
    holders : array of int
        For each fork who holds it, or NOBODY.
    wishes : array of int
        For each philosopher which fork they wait for, or NOBODY.
    meals : array of int
        For each philosopher how often he has eaten.
    """

    __slots__ = ()


def lay_the_table(context: BaseContext = multiprocessing) -> Table:
    """Return a table with five forks that nobody holds."""
    nobody = [NOBODY] * len(NAMES)
    forks = [context.Lock() for _ in NAMES]
    arrays = [context.RawArray("i", numbers) for numbers in (nobody, nobody, [0] * len(NAMES))]
    return Table(forks, *arrays)


def pick_up(table: Table, seat: int, fork: int) -> None:
    """Write down the wish, wait for the fork, and write down who holds it."""
    table.wishes[seat] = fork
    with span("waiting for lock"):
        take(table.forks[fork])
    table.holders[fork], table.wishes[seat] = seat, NOBODY


def put_down(table: Table, fork: int) -> None:
    """Put a fork back on the table."""
    table.holders[fork] = NOBODY
    table.forks[fork].release()


def left_and_right(seat: int) -> tuple[int, int]:
    """Return the numbers of the two forks beside a seat."""
    return seat, (seat + 1) % len(NAMES)


def get_stuck(seat: int, table: Table, everybody: Barrier, patience: float = 1) -> None:
    """Take the left fork, see that all others have theirs, and want the right one."""
    left, right = left_and_right(seat)
    pick_up(table, seat, left)
    with span("holding lock"):
        table.wishes[seat] = right
        everybody.wait(timeout=60)
        with span("waiting for lock"):
            got_it = table.forks[right].acquire(timeout=patience)
        everybody.wait(timeout=60)  # nobody gives in before all have tried
    put_down(table, left)
    note("ate" if got_it else "went hungry")


def eat(table: Table, seat: int, first: int, second: int) -> None:
    """Take two forks, with a pause that lets the others take theirs, eat, put them back."""
    pick_up(table, seat, first)
    with span("holding lock"):
        time.sleep(PAUSE)
        pick_up(table, seat, second)
        with span("eating"):
            time.sleep(2 * PAUSE)
        table.meals[seat] += 1
    put_down(table, second)
    put_down(table, first)


def dine_in_order(seat: int, table: Table, meals: int, gate: Barrier) -> None:
    """Eat several times, always taking the fork with the smaller number first."""
    gate.wait(timeout=60)
    for _ in range(meals):
        eat(table, seat, *sorted(left_and_right(seat)))


def dine_with_waiter(seat: int, table: Table, meals: int, gate: Barrier, waiter: Semaphore) -> None:
    """Eat several times, left fork first, but sit down only when the waiter says so."""
    gate.wait(timeout=60)
    for _ in range(meals):
        with span("waiting for the waiter"):
            take(waiter)
        eat(table, seat, *left_and_right(seat))
        waiter.release()


def waits_for(holders: Sequence[int], wishes: Sequence[int]) -> dict[int, int]:
    """Return for each who waits the holder of the fork in question."""
    return {
        seat: holders[fork]
        for seat, fork in enumerate(wishes)
        if fork != NOBODY and holders[fork] != NOBODY
    }


def find_circle(waiting: dict[int, int]) -> list[int]:
    """From everybody who waits follow who waits for whom; return the first circle found."""
    for start in sorted(waiting):
        path = [start]
        while (following := waiting.get(path[-1])) is not None:
            if following in path:
                return path[path.index(following) :]
            path.append(following)
    return []


def in_words(circle: list[int]) -> str:
    """Say who waits for whom."""
    if not circle:
        return "nobody waits in a circle"
    names = [NAMES[seat] for seat in [*circle, circle[0]]]
    return f"{names[0]} waits for " + ",\nwho waits for ".join(names[1:])
