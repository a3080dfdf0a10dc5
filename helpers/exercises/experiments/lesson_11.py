"""Experiments of lesson 11: two processes for which there is one plate at first."""

from __future__ import annotations

import multiprocessing

from helpers.exercises.workers.lesson_11 import WatchedCondition

TYPE_CHECKING = False  # an answer has no need of this import, which takes time
if TYPE_CHECKING:
    from collections.abc import Callable


def seen_of(take: Callable) -> tuple[bool, list[int], list[int]]:
    """Bring two plates, one by one.

    Returns
    -------
    bool, list, list
        Whether both slept before there was a plate; how many plates were there some time after
        each was brought; the exit codes.
    """
    plates, changed, left = multiprocessing.RawValue("i", 0), WatchedCondition(), []
    crew = [multiprocessing.Process(target=take, args=(plates, changed)) for _ in range(2)]
    for process in crew:
        process.start()
    if not all(changed.asleep.acquire(timeout=6) for _ in crew):
        return False, [], []
    for plate in [1, 2]:
        with changed:
            plates.value += 1
            changed.notify_all()
        crew[0].join(timeout=0.1)
        if plate == 1:  # the one that got none goes to sleep again, or takes what is not there
            changed.asleep.acquire(timeout=3)
        left.append(plates.value)
        if left[-1] < 0:
            return True, left, []
    for process in crew:
        process.join(timeout=4)
    return True, [*left, plates.value], [process.exitcode for process in crew]
