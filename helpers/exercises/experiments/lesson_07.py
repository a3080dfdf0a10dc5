"""Experiments of lesson 07: a heartbeat around a block that ends with an error."""

from __future__ import annotations

import multiprocessing
from functools import partial

from helpers.exercises.workers.lesson_07 import tick

TYPE_CHECKING = False  # an answer has no need of this import, which takes time
if TYPE_CHECKING:
    from collections.abc import Callable


class Enough(Exception):
    """No need to go on: one word has been seen that says all."""


def seen_of(heartbeat: Callable) -> str:
    """Use the learner's context manager around an error, and say in a word how it went."""
    beats = multiprocessing.Semaphore(0)
    try:
        with heartbeat(partial(tick, beats), 0.02):
            if not all(beats.acquire(timeout=5) for _ in range(3)):
                raise Enough("no beats")
            if not any(child.daemon for child in multiprocessing.active_children()):
                raise Enough("no daemon")
            raise KeyError("an error in the block")
    except Enough as seen:
        return str(seen)
    except KeyError:
        return "still beating" if multiprocessing.active_children() else "ended"
    finally:
        for child in multiprocessing.active_children():  # it was seen; what follows is tidying up
            child.kill()
            child.join(timeout=5)
    return "swallowed"
