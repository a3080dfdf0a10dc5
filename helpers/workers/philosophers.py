"""The five dining philosophers of lesson 12: how they get stuck, and four ways out."""

from __future__ import annotations

import time
from contextlib import contextmanager

from helpers.spans import note, span
from helpers.workers.coordination import take
from helpers.workers.waiting import receive

NAMES = ["arendt", "beauvoir", "confucius", "diogenes", "epicurus"]
PAUSE = 0.02  # seconds from one fork to the next

TYPE_CHECKING = False  # children have no need of these imports, which take time
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.queues import Queue
    from multiprocessing.synchronize import Barrier, Lock, Semaphore

    from helpers.recording import Note


def left_and_right(seat: int) -> tuple[int, int]:
    """Return the numbers of the two forks beside a seat."""
    return seat, (seat + 1) % len(NAMES)


@contextmanager
def in_hand(forks: list[Lock], number: int, patience: float = 60) -> Iterator[None]:
    """Hold a fork in a with block; note what is wanted, taken and put back."""
    note(f"wants fork {number}")
    try:
        with span("waiting for lock"):
            take(forks[number], patience)
    except TimeoutError:
        note(f"gives up fork {number}")
        raise
    note(f"has fork {number}")
    try:
        yield
    finally:
        note(f"puts back fork {number}")  # said first: nobody else can have it yet
        forks[number].release()


def get_stuck(seat: int, forks: list[Lock], gate: Barrier, patience: float = 1) -> None:
    """Take the left fork, see that all others have theirs, and want the right one."""
    left, right = left_and_right(seat)
    with in_hand(forks, left), span("holding lock"):
        gate.wait(timeout=60)
        try:
            with in_hand(forks, right, patience):
                note("eats")
        except TimeoutError:
            note("goes hungry")
        gate.wait(timeout=60)  # nobody gives in before all have tried


def lose_patience(seat: int, forks: list[Lock], gate: Barrier, patience: float) -> None:
    """Do the same, but put the left fork back as soon as patience has run out."""
    left, right = left_and_right(seat)
    try:
        with in_hand(forks, left), span("holding lock"):
            gate.wait(timeout=60)
            with in_hand(forks, right, patience), span("eating"):
                time.sleep(2 * PAUSE)
        note("has eaten")
    except TimeoutError:
        note("goes hungry")


def eat(forks: list[Lock], first: int, second: int, patience: float = 60) -> None:
    """Take two forks, with a pause in which others take theirs; eat; put them back."""
    with in_hand(forks, first), span("holding lock"):
        time.sleep(PAUSE)
        with in_hand(forks, second, patience), span("eating"):
            time.sleep(2 * PAUSE)


def dine_in_order(seat: int, forks: list[Lock], meals: int, gate: Barrier) -> None:
    """Eat several times, always taking the fork with the smaller number first."""
    gate.wait(timeout=60)
    for _ in range(meals):
        eat(forks, *sorted(left_and_right(seat)))


def dine_with_waiter(
    seat: int, forks: list[Lock], meals: int, gate: Barrier, waiter: Semaphore
) -> None:
    """Eat several times, left fork first, but sit down only when the waiter says so."""
    gate.wait(timeout=60)
    for _ in range(meals):
        with span("waiting for the waiter"):
            take(waiter)
        try:
            eat(forks, *left_and_right(seat))
        finally:
            waiter.release()


def try_in_step(seat: int, forks: list[Lock], gate: Barrier, tries: int) -> None:
    """Try to eat several times, all at the same pace."""
    for _ in range(tries):
        get_stuck(seat, forks, gate, patience=PAUSE)


def give_way(seat: int, forks: list[Lock], meals: int, gate: Barrier) -> None:
    """Eat several times; put the first fork back, and pause, if the second is taken."""
    import random  # here, since only this way out needs it

    gate.wait(timeout=60)
    while meals:
        try:
            eat(forks, *left_and_right(seat), patience=PAUSE)
            meals -= 1
        except TimeoutError:
            with span("sleeping"):
                time.sleep(random.uniform(0, 5 * PAUSE))


def ask_the_owner(
    seat: int, meals: int, gate: Barrier, requests: Queue, answer: Connection
) -> None:
    """Eat several times, with two forks that the owner lends."""
    gate.wait(timeout=60)
    for _ in range(meals):
        with span("waiting for the owner"):
            requests.put(("hungry", seat))
            receive(answer)
        with span("eating"):
            time.sleep(2 * PAUSE)
        requests.put(("full", seat))


def lend_forks(meals: int, requests: Queue, answers: list[Connection]) -> None:
    """Own all forks; lend two or none, to the first in the queue who can have both."""
    free, hungry, messages = set(range(len(NAMES))), [], 0
    for _ in range(2 * meals):
        wish, seat = requests.get(timeout=60)
        if wish == "hungry":
            hungry.append(seat)
        else:
            free.update(left_and_right(seat))
        for guest in list(hungry):
            if free.issuperset(left_and_right(guest)):
                free.difference_update(left_and_right(guest))
                hungry.remove(guest)
                answers[guest].send("eat")
                messages += 1
        messages += 1
    note(f"{messages} messages")


def waits_for(notes: Sequence[Note], moment: float) -> dict[str, str]:
    """Read the notes up to a moment; return for each who waits the one waited for."""
    holders, wishes = {}, {}
    for each in notes:  # the first one first
        said, _, fork = each.text.rpartition(" fork ")
        if each.time > moment:
            break
        if said == "wants":
            wishes[each.process] = fork
        elif said in ("has", "gives up"):
            del wishes[each.process]
        if said == "has":
            holders[fork] = each.process
        elif said == "puts back":
            del holders[fork]
    return {who: holders[fork] for who, fork in wishes.items() if fork in holders}


def find_circle(waiting: dict[str, str]) -> list[str]:
    """Follow, from each who waits, who waits for whom; return the first circle."""
    for start in sorted(waiting):
        path = [start]
        while (following := waiting.get(path[-1])) is not None:
            if following in path:
                return path[path.index(following) :]
            path.append(following)
    return []


def count_circles(notes: Sequence[Note]) -> int:
    """Count the moments, one for each note, at which some waited in a circle."""
    waiting = [waits_for(notes, each.time) for each in notes]
    return sum(bool(find_circle(whom)) for whom in waiting)
