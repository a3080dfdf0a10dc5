"""Experiments of lesson 09: a queue that is busy, and numbers that come slowly."""

from __future__ import annotations

import multiprocessing
import sys
import time
from contextlib import contextmanager
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from queue import Empty

from helpers.exercises.notes import events
from helpers.exercises.witness import is_of_answer
from helpers.exercises.workers.lesson_09 import Late, Square, put_while_busy
from helpers.exercises.workers.rest import SEEN, at_rest

TYPE_CHECKING = False  # an answer has no need of this import, which takes time
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def messages_of(count_up: Callable, steps: int) -> tuple[list, bool]:
    """Have a child count; return the messages that came, and whether the child ended after."""
    queue, came = multiprocessing.Queue(), []
    child = multiprocessing.Process(target=put_while_busy, args=(count_up, steps, queue))
    child.start()
    end = time.monotonic() + 6
    while time.monotonic() < end:
        over = not child.is_alive()  # all that it has put is in the pipe, or has been taken
        try:
            came.append(queue.get(timeout=0 if over else 0.1))
        except Empty:
            if over:
                break
    ended = not child.is_alive()
    child.kill()
    child.join(timeout=5)
    return came[1:], ended  # the first is what has kept the queue busy


@contextmanager
def joins_in_vain() -> Iterator[list[str]]:
    """Collect the names of the processes that still ran when they had been waited for."""
    vain, join = [], BaseProcess.join

    def watched(self: BaseProcess, timeout: float | None = None) -> None:
        join(self, timeout)
        if timeout and timeout >= 0.2 and self.is_alive():
            vain.append(self.name)

    BaseProcess.join = watched
    try:
        yield vain
    finally:
        BaseProcess.join = join


def _let_it_end(process: BaseProcess) -> None:
    """Wait for a process that is about to end, or for a moment."""
    begun = time.monotonic()
    while process._popen.poll() is None and time.monotonic() < begun + 3:
        wait([process._popen.sentinel], timeout=0.1)
        over = any(event[1:3] == ("over", process.pid) for event in events())
        if time.monotonic() > begun + 0.6 and not over and (at_rest([process.pid]) or not SEEN):
            break


@contextmanager
def slow_looks() -> Iterator[None]:
    """Let a look at whether a process is alive take a moment, in which it may end.

    If it has not come to rest by then, waiting for a number, it has ended.
    """
    look = BaseProcess.is_alive

    def slow_look(self: BaseProcess) -> bool:
        if is_of_answer(sys._getframe(1)) and self._popen:  # a pool looks, too
            _let_it_end(self)
        return look(self)

    BaseProcess.is_alive = slow_look
    try:
        yield
    finally:
        BaseProcess.is_alive = look


def squares_of(
    square_all: Callable, numbers: list[int], workers: int, slowly: bool
) -> tuple[object, bool, bool, bool]:
    """Have numbers squared; return what came, if all came from square(), and if they are as before.

    There is also whether a worker was waited for in vain. If slowly, the last number is one that
    the workers have to wait for.
    """
    given = [*numbers[:-1], Late(numbers[-1])] if slowly else list(numbers)
    with joins_in_vain() as vain, slow_looks():
        result = square_all(given, workers)
    items = result.values() if isinstance(result, dict) else ()
    return result, all(isinstance(each, Square) for each in items), [*given] == numbers, bool(vain)
