"""Experiments of lesson 07: a heartbeat around a block, however that ends."""

from __future__ import annotations

import builtins
import multiprocessing
import time
from functools import partial

from helpers.exercises.workers.lesson_07 import tick

TYPE_CHECKING = False  # an answer has no need of this import, which takes time
if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.synchronize import Semaphore


SECONDS = 5  # in which all beats have to come


class Enough(Exception):
    """No need to go on: one word has been seen that says all."""


def seen_of(
    heartbeat: Callable, interval: float, number: int, error: str
) -> tuple[str, list[tuple[int, bool]]]:
    """Use the learner's context manager around some beats, and an error unless it is "".

    Return how it went in a word or two, and of each child its pid and whether it was a daemon.
    """
    beats = multiprocessing.get_context("spawn").Semaphore(0)  # fit for every start method
    children, seen = [], "swallowed" if error else "ended"
    try:
        late = 1.5 * interval if number > 4 else 0.0  # whoever is late has to bear it
        with heartbeat(partial(tick, beats, late), interval):
            end = time.monotonic() + SECONDS
            came = all(_came(beats, end) for _ in range(number))
            children = [(each.pid, each.daemon) for each in multiprocessing.active_children()]
            if not came:
                raise Enough("no beats" if children else "stopped")
            if error:
                raise getattr(builtins, error)("in the block")
    except Enough as word:
        return str(word), children
    except BaseException as raised:
        if type(raised).__name__ != error:
            raise
        seen = "ended"
    finally:
        left = [*multiprocessing.process._children]  # whom nobody has waited for, dead or alive
        for child in multiprocessing.active_children():  # seen; what follows is tidying up
            child.kill()
            child.join(timeout=5)
    return "still beating" if left else seen, children


def _came(beats: Semaphore, end: float) -> bool:
    """Wait for a beat, until the end, or for as long as there is a process that may give it."""
    while time.monotonic() < end:
        alive = multiprocessing.active_children()
        if beats.acquire(timeout=0.1):
            return True
        if not alive:  # a thread may still beat
            return beats.acquire(timeout=0.5)
    return False
