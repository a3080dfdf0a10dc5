"""Experiments of lesson 08: errands under a lock."""

from __future__ import annotations

import time
from multiprocessing import Lock
from threading import Timer

TYPE_CHECKING = False  # an answer has no need of this import, which takes time
if TYPE_CHECKING:
    from collections.abc import Callable

LONG, HELD, SHORT = 30, 0.5, 0.3  # seconds
BRIEFLY = 0.05  # seconds; to be had by anybody who waits at all


def with_a_free_lock(run_locked: Callable) -> tuple[object, list[bool], bool]:
    """Run an errand; return what came, for each errand if the lock was free, and afterwards."""
    lock, seen = Lock(), []
    said = run_locked(lock, LONG, lambda: seen.append(_is_free(lock)))
    return said, seen, _is_free(lock)


def with_an_error(run_locked: Callable, kind: str, stop: bool) -> tuple[str, bool]:
    """Run an errand that fails, or is stopped; say what came through, and if the lock is free."""
    lock, error = Lock(), type(kind, (KeyboardInterrupt if stop else Exception,), {})()

    def errand() -> None:
        raise error

    came = ""
    try:
        run_locked(lock, LONG, errand)
    except BaseException as other:
        came = type(other).__name__
    return came, _is_free(lock)


def with_a_lock_of_others(
    run_locked: Callable, seconds: float, held: float
) -> tuple[object, list[bool], bool, float]:
    """Do as `with_a_free_lock`, while somebody else holds the lock for so long.

    There is also how long it took; and whether the lock was free is seen as soon as it returns.
    """
    lock, seen = Lock(), []
    lock.acquire(timeout=5)
    others = Timer(held, _give_back, args=(lock,))
    others.start()
    began = time.monotonic()
    said = run_locked(lock, seconds, lambda: seen.append(_is_free(lock)))
    free, took = _is_free(lock), time.monotonic() - began
    others.cancel()
    others.join(timeout=5)
    return said, seen, free, took


def _give_back(lock: object) -> None:
    """Release a lock, unless somebody else has done so though it was not theirs."""
    if not _is_free(lock):
        lock.release()


def _is_free(lock: object) -> bool:
    if lock.acquire(block=False):
        lock.release()
        return True
    return False
