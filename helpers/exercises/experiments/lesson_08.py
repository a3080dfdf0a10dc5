"""Experiments of lesson 08: errands under a lock."""

from __future__ import annotations

from multiprocessing import Lock

TYPE_CHECKING = False  # an answer has no need of this import, which takes time
if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 0.3  # seconds


def with_a_free_lock(run_locked: Callable) -> tuple[object, list[bool], bool]:
    """Run an errand; return what came, for each errand if the lock was free, and afterwards."""
    lock, seen = Lock(), []
    said = run_locked(lock, PATIENCE, lambda: seen.append(_is_free(lock)))
    return said, seen, _is_free(lock)


def with_an_error(run_locked: Callable) -> tuple[bool, bool]:
    """Run an errand that fails; say whether its error came through, and if the lock is free."""
    lock, came_through = Lock(), False
    try:
        run_locked(lock, PATIENCE, lambda: 1 / 0)
    except ZeroDivisionError:
        came_through = True
    return came_through, _is_free(lock)


def with_a_lock_of_others(run_locked: Callable) -> tuple[object, list[bool], bool]:
    """Do as `with_a_free_lock`, while somebody else holds the lock."""
    lock, seen = Lock(), []
    lock.acquire(timeout=5)
    said = run_locked(lock, PATIENCE, lambda: seen.append(_is_free(lock)))
    return said, seen, _is_free(lock)


def _is_free(lock: object) -> bool:
    if lock.acquire(block=False):
        lock.release()
        return True
    return False
