"""What the processes of lesson 11 do: print, run, cook, serve and play, together."""

from __future__ import annotations

import time
from threading import BrokenBarrierError

from helpers.spans import note, span

ROOM = 3  # plates that the counter holds
PLAYERS = ["anna", "bert", "cleo", "dora"]
ROUNDS = 3
STEP = 0.1  # seconds that one step of work takes

TYPE_CHECKING = False  # children have no need of these imports, which take time
if TYPE_CHECKING:
    from collections.abc import Callable
    from ctypes import Array, c_int
    from multiprocessing.connection import Connection
    from multiprocessing.synchronize import Barrier, Condition, Event, Lock, Semaphore


def take(thing: Lock | Semaphore, seconds: float = 60) -> None:
    """Take a lock or a place of a semaphore, but do not wait for ever."""
    if not thing.acquire(timeout=seconds):
        raise TimeoutError("nobody has let go in time")


def print_letter(together: Barrier) -> None:
    """Print, and do not end before as many print as are to print together."""
    with span("printing"):
        together.wait(timeout=60)
        time.sleep(2 * STEP)


def print_in_turn(printers: Semaphore, together: Barrier) -> None:
    """Print when a printer is free."""
    with span("waiting for a printer"):
        take(printers)
    try:
        print_letter(together)
    finally:
        printers.release()


def run_when_ready(seconds: float, ready: Connection) -> None:
    """Get ready, and run at once."""
    with span("getting ready"):
        time.sleep(seconds)
    with span("running"):
        ready.send("running")
        time.sleep(4 * STEP)


def run_on_signal(seconds: float, signal: Event, ready: Connection) -> None:
    """Get ready, and run when the signal comes."""
    with span("getting ready"):
        time.sleep(seconds)
    with span("waiting for the signal"):
        ready.send("ready")
        if not signal.wait(timeout=60):
            raise TimeoutError("no signal has come in time")
    with span("running"):
        time.sleep(4 * STEP)


def poll_for_plate(plates: c_int, looks: c_int, changed: Condition, ready: Connection) -> None:
    """Look for a plate again and again, and take it; count the looks."""
    ready.send("looking")
    deadline = time.perf_counter() + 20
    with span("polling"):
        while time.perf_counter() < deadline:
            looks.value += 1
            with changed:
                if plates.value > 0:
                    plates.value -= 1
                    break


def wait_for_plate(plates: c_int, looks: c_int, changed: Condition, ready: Connection) -> None:
    """Sleep until there is a plate, and take it; count the looks."""

    def is_there() -> bool:
        looks.value += 1
        return plates.value > 0

    with span("waiting"), changed:
        ready.send("waiting")
        if changed.wait_for(is_there, timeout=60):
            plates.value -= 1


def take_without_a_look(plates: c_int, changed: Condition, ready: Connection) -> None:
    """Wait if there is no plate; then take one, without looking again."""
    with changed:
        ready.send("ready")
        if plates.value == 0:
            changed.wait(timeout=60)
        plates.value -= 1


def take_after_a_look(plates: c_int, changed: Condition, ready: Connection) -> None:
    """Wait as long as there is no plate; then take one."""
    with changed:
        ready.send("ready")
        while plates.value == 0:
            changed.wait(timeout=60)
        plates.value -= 1


def bring_a_plate(plates: c_int, changed: Condition) -> None:
    """Put a plate on the counter, and wake all who wait."""
    with changed:
        plates.value += 1
        changed.notify_all()


def await_that(condition: Condition, predicate: Callable[[], bool]) -> None:
    """Wait until the predicate is true, but not for ever."""
    if not condition.wait_for(predicate, timeout=60):
        raise TimeoutError("it has not come true in time")


def cook(meals: int, plates: c_int, most: c_int, changed: Condition) -> None:
    """Cook meals, and put each on the counter when there is room."""
    for _ in range(meals):
        with span("cooking"):
            time.sleep(STEP / 5)
        with span("waiting"), changed:
            await_that(changed, lambda: plates.value < ROOM)
            plates.value += 1
            most.value = max(most.value, plates.value)
            changed.notify_all()


def serve(meals: int, plates: c_int, changed: Condition) -> None:
    """Take meals from the counter, each when there is one, and serve it."""
    for _ in range(meals):
        with span("waiting"), changed:
            await_that(changed, lambda: plates.value > 0)
            plates.value -= 1
            changed.notify_all()
        with span("serving"):
            time.sleep(STEP)


def play(seat: int, board: Array, saw: Array, barrier: Barrier | None = None) -> None:
    """Each round, look at the left neighbour's number; then write that of the round."""
    for turn in range(ROUNDS):
        with span("playing"):
            time.sleep(STEP)
            saw[turn] = board[seat - 1]
        meet(barrier)
        board[seat] = turn + 1
        meet(barrier)


def meet(barrier: Barrier | None) -> None:
    """Wait for all the others, if there is a barrier."""
    if barrier is not None:
        with span("waiting for the others"):
            barrier.wait(timeout=60)


def arrive(barrier: Barrier, seconds: float) -> None:
    """Wait for all the others for so many seconds at the most, and note how it went."""
    try:
        with span("waiting for the others"):
            barrier.wait(timeout=seconds)
    except BrokenBarrierError:
        note("the barrier is broken")
    else:
        note("all are here")


def call_it_off(barrier: Barrier) -> None:
    """Tell all who wait, now or later, that it is no use."""
    barrier.abort()
    note("called it off")
