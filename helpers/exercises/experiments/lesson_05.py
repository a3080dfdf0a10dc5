"""Experiments of lesson 05: processes that end in different ways, and a moment of work."""

from __future__ import annotations

from multiprocessing import Event, Process

from helpers.exercises.workers.lesson_05 import exit_with, stay

TYPE_CHECKING = False  # an answer has no need of this import, which takes time
if TYPE_CHECKING:
    from collections.abc import Callable


def said_of(fate: Callable, truth: str, seconds: float) -> object:
    """Ask for the fate of a process that ends, or does not, as the truth says."""
    stop = Event()
    target, args = {
        "done": (exit_with, (0,)),
        "failed": (exit_with, (3,)),
        "running": (stay, (stop,)),
        "killed": (stay, (stop,)),
        "not started": (None, ()),
    }[truth]
    process = Process(target=target, args=args)
    if truth != "not started":
        process.start()
    if truth == "killed":
        process.kill()
    try:
        return fate(process, seconds)
    finally:
        if truth != "killed":  # it may have been killed with the event's own lock in its hands
            stop.set()
        if truth != "not started":
            process.join(timeout=60)


def seen_at_work(run_for_a_moment: Callable) -> bool:
    """Have somebody at work for a moment; say whether the work was begun."""
    at_work = Event()
    run_for_a_moment(at_work)
    return at_work.is_set()
