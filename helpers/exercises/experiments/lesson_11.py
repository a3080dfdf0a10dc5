"""Experiments of lesson 11: downloads, a game, and two who want a plate."""

from __future__ import annotations

import multiprocessing
import time

from helpers.exercises.workers.lesson_11 import Server, Table, WatchedCondition, begun

TYPE_CHECKING = False  # an answer has no need of this import, which takes time
if TYPE_CHECKING:
    from collections.abc import Callable


def fetched(fetch_all: Callable, names: list[str], limit: int, fails: int) -> bool:
    """Have names fetched from a server; say whether the list of them has changed."""
    handed = [*names]
    fetch_all(handed, limit, Server(limit, len(names), fails))
    return handed != names


def played(play_all: Callable, seats: dict[str, int], rounds: int, slow: list[int]) -> bool:
    """Have a game played, in which somebody is slow; say whether the seats have changed."""
    handed = {**seats}
    play_all(handed, rounds, Table(sorted(seats, key=seats.get), slow))
    return handed != seats


def seen_of(take: Callable) -> dict[str, object]:
    """Let one take a plate of three; then let two wait, and bring two plates, one by one.

    Returns
    -------
    dict
        As far as it has come: whether the one went to sleep, or had not come to its end, and what
        was left; whether the two slept, and how many processes have begun so far;
        what was left after the first plate, and at the end; how many still waited then.
    """
    changed = WatchedCondition()
    plates, number = changed.plates, changed.plates._number
    number.value = 3
    (one,) = _start(take, plates, changed, 1)
    one.join(timeout=3)
    asleep, late = changed.asleep.acquire(block=False), one.exitcode is None
    seen = {"asleep": asleep, "late": late, "of three": number.value + plates.taken.value}
    if asleep or one.exitcode != 0:
        return seen
    number.value = plates.taken.value = 0
    crew = _start(take, plates, changed, 2)
    slept = all(changed.asleep.acquire(timeout=4) for _ in crew)
    seen |= {"slept": slept, "begun": begun()}
    return seen | (_bring_two(crew, changed) if slept else {})


def _start(take: Callable, plates: object, changed: WatchedCondition, guests: int) -> list:
    args = (plates, changed)
    crew = [multiprocessing.Process(target=take, args=args) for _ in range(guests)]
    for process in crew:
        process.start()
    return crew


def _bring_two(crew: list, changed: WatchedCondition) -> dict[str, object]:
    """Bring two plates, one by one; and once more what others have taken meanwhile.

    In between whoever sleeps is woken for nothing, again and again.
    """
    number, taken = changed.plates._number, changed.plates.taken
    _bring(changed, 1)
    end = time.monotonic() + 3
    while number.value >= 0 and time.monotonic() < end:
        if changed.asleep.acquire(timeout=0.01):  # who got none sleeps again
            break
    for _ in range(3):
        _bring(changed, 0)
        if not changed.asleep.acquire(timeout=1):
            break
    first = number.value
    _bring(changed, 1 + taken.value)
    for process in crew:
        process.join(timeout=2)
    stuck = sum(process.exitcode is None for process in crew)
    return {"first": first, "left": number.value, "stuck": stuck}


def _bring(changed: WatchedCondition, plates: int) -> None:
    with changed:
        changed.plates.value += plates
        changed.notify_all()
