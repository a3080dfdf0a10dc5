"""Who waits for how long: the processes of lesson 12 that take turns, read and write."""

from __future__ import annotations

import time

from helpers.spans import span
from helpers.workers.coordination import STEP, await_that, take

TYPE_CHECKING = False  # children have no need of these imports, which take time
if TYPE_CHECKING:
    from ctypes import Array, c_int
    from multiprocessing.connection import Connection
    from multiprocessing.synchronize import Barrier, Condition, Event, Lock

    from helpers.recording import Timeline


def take_turns(turns: int, gate: Barrier, lock: Lock) -> None:
    """Hold a lock for a moment, so many times; want it again at once."""
    gate.wait(timeout=60)
    for _ in range(turns):
        with span("waiting for lock"):
            take(lock)
        with span("holding lock"):
            time.sleep(STEP / 20)
        lock.release()


def take_numbers(turns: int, gate: Barrier, desk: Condition, numbers: Array) -> None:
    """Do the same by numbers: draw the next one, and wait until it is called."""
    gate.wait(timeout=60)
    for _ in range(turns):
        with desk:
            mine, numbers[0] = numbers[0], numbers[0] + 1
            with span("waiting for lock"):
                await_that(desk, lambda mine=mine: numbers[1] == mine)
        with span("holding lock"):
            time.sleep(STEP / 20)
        with desk:
            numbers[1] += 1
            desk.notify_all()


def longest_wait(timeline: Timeline) -> int:
    """Count the turns that others began while somebody waited, at the most."""
    starts = [turn.start for turn in timeline.phases("holding lock")]
    waits = timeline.phases("waiting for lock")
    return max(sum(wait.start < start < wait.end for start in starts) for wait in waits)


def read_together(
    room: Condition,
    inside: c_int,
    turnstile: Lock,
    leave: Event,
    patience: float,
    ready: Connection,
) -> None:
    """Pass the turnstile, read, and stay until told to leave, but not for ever."""
    with span("waiting for the room"):
        take(turnstile)
        turnstile.release()
        with room:
            inside.value += 1
    with span("reading"):
        ready.send("reading")
        time.sleep(STEP)
        leave.wait(timeout=patience)
    with room:
        inside.value -= 1
        room.notify_all()


def write_when_empty(room: Condition, inside: c_int, turnstile: Lock, ready: Connection) -> None:
    """Write as soon as nobody reads; walk past the turnstile."""
    ready.send("here")
    with span("waiting for the room"), room:
        await_that(room, lambda: inside.value == 0)
        with span("writing"):
            time.sleep(STEP)


def write_in_turn(room: Condition, inside: c_int, turnstile: Lock, ready: Connection) -> None:
    """Do the same, and keep the turnstile shut for those who come later."""
    take(turnstile)
    try:
        write_when_empty(room, inside, turnstile, ready)
    finally:
        turnstile.release()
