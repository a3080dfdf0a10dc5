"""Experiments of lesson 09: messages through a queue that is busy."""

from __future__ import annotations

import multiprocessing
from queue import Empty

from helpers.exercises.workers.lesson_09 import put_while_busy

TYPE_CHECKING = False  # an answer has no need of this import, which takes time
if TYPE_CHECKING:
    from collections.abc import Callable


def messages_of(count_up: Callable, steps: int) -> tuple[list, bool]:
    """Have a child count; return the messages that came, and whether the child ended after."""
    queue, came = multiprocessing.Queue(), []
    child = multiprocessing.Process(target=put_while_busy, args=(count_up, steps, queue))
    child.start()
    queue.get(timeout=20)  # what has kept the queue busy
    try:
        while len(came) <= steps:
            came.append(queue.get(timeout=5))
    except Empty:
        return came, False
    child.join(timeout=5)
    return came, not child.is_alive()
