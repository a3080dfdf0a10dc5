"""Experiments of lesson 05: processes that end in different ways, seen by who wants to know."""

from __future__ import annotations

import time
from contextlib import suppress
from multiprocessing import Process
from threading import Timer

from helpers.exercises.workers.lesson_05 import exit_after

TYPE_CHECKING = False  # an answer has no need of this import, which takes time
if TYPE_CHECKING:
    from collections.abc import Callable

LATEST = 2.0  # seconds; so much later than it should have come back whoever waits is released


def said_of(
    fate: Callable, how: str, seconds: float, pause: float, code: int
) -> tuple[object, float, str]:
    """Ask for the fate of a process that ends after a pause, or does not.

    Returns
    -------
    object
        What was said.
    float
        How many seconds that took.
    str
        What was done to the process meanwhile that nobody had asked for, if anything.
    """
    ends = how in ("exit", "not started")
    target, args = (exit_after, (pause, code)) if ends else (time.sleep, (30,))
    process = Process(target=target, args=args)
    if how != "not started":
        process.start()
    timer = Timer(seconds + LATEST, process.kill)
    if how in ("terminate", "kill"):
        timer = Timer(pause, getattr(process, how))
    timer.start()
    try:
        began = time.monotonic()
        said = fate(process, seconds)
        return said, time.monotonic() - began, _done_to(process, how)
    finally:
        timer.cancel()
        timer.join()
        with suppress(ValueError, AttributeError, AssertionError):  # closed, or not started
            process.kill()
            process.join(timeout=60)


def _done_to(process: Process, how: str) -> str:
    """Say what was done to a process that nobody had asked for."""
    try:
        if how == "not started":
            return "" if process.pid is None else "started"
        process.join(timeout=0.05)
        return "ended" if how == "stay" and process.exitcode is not None else ""
    except ValueError:
        return "closed"
