"""What the workers of the exercises of lesson 13 run: they answer questions, and count lines."""

from __future__ import annotations

import os
import time
from threading import BrokenBarrierError

from helpers.exercises.workers.gate import gate_here
from helpers.spans import note

TYPE_CHECKING = False  # children have no need of these imports, which take time
if TYPE_CHECKING:
    from multiprocessing.synchronize import Lock

PATIENCE = 2  # seconds
ERRORS = (ValueError, KeyError, OSError, ZeroDivisionError, EOFError)

_met: list[bool] = []  # not empty as soon as this process has waited for the others


class Question(str):
    """A question, its number, and what it leads to.

    Attributes
    ----------
    number : int
        No two questions have the same one, though they may have the same words.
    leads_to : str
        ``"a word"``, ``"nothing"``, or the name of an error.
    """

    def __new__(cls, words: str, number: int, leads_to: str) -> Question:
        """Make a question."""
        question = super().__new__(cls, words)
        question.number, question.leads_to = number, leads_to
        return question

    def __reduce__(self) -> tuple:
        return Question, (str(self), self.number, self.leads_to)


def answer(question: Question, lock: Lock) -> object:
    """Answer a question, while holding the lock; note what was said, or that there was an error."""
    if not (hasattr(lock, "acquire") and hasattr(lock, "release")):
        note(f"no lock {type(lock).__name__}")
        raise TypeError(f"a lock was expected, and not {lock!r}")
    just_met = _meet_the_others()
    got_it = lock.acquire(False)
    if not got_it:
        _mark("waits")
        if not lock.acquire(True, 3 * PATIENCE):
            raise TimeoutError("the lock was not free")
    try:
        with_others = _stay_inside(just_met and got_it)
    finally:
        lock.release()
    if with_others:
        note("not alone")
    return _said(question)


def _said(question: Question) -> object:
    """Say what a question leads to, or raise the error."""
    for error in ERRORS:
        if error.__name__ == question.leads_to:
            note(f"asked {question.number} error")
            raise error(str(question))
    said = os.urandom(4).hex() if question.leads_to == "a word" else ""
    note(f"asked {question.number} {said}")
    return said


def _stay_inside(until_others_come: bool) -> bool:
    """Hold the lock until others want it too; say whether others are inside meanwhile."""
    gate = gate_here()
    if not gate:
        return False
    inside = _mark("inside")
    end = time.monotonic() + PATIENCE
    while until_others_come and time.monotonic() < end and not _others("inside", "waits"):
        time.sleep(0.005)
    with_others = _others("inside")
    os.remove(inside)
    return with_others


def _mark(what: str) -> str:
    """Leave a mark of this process where the others see it."""
    gate = gate_here()
    if not gate:
        return ""
    path = os.path.join(gate.path, f"{os.getpid()}.{what}")
    with open(path, "w"):
        return path


def _others(*marks: str) -> bool:
    """Say whether another process has left one of these marks."""
    names = [name.split(".") for name in os.listdir(gate_here().path)]
    return any(mark in marks and pid != str(os.getpid()) for pid, *rest in names for mark in rest)


def _meet_the_others() -> bool:
    """Wait in the first call until all workers are there; say if they are, and note if not."""
    gate = gate_here()
    if not gate or _met:
        return False
    _met.append(True)
    try:
        gate.wait(timeout=3 * PATIENCE)
        return True
    except BrokenBarrierError:
        note("alone")
        return False


class NoTextError(Exception):
    """A file is no text."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} is no text: {why}")


def count_lines(path: str) -> int:
    """Count the lines of a text file, and note that it was done here."""
    _meet_the_others()
    note(f"counts {path}")
    return lines_of(path)


def lines_of(path: str) -> int:
    """Count the lines of a text file."""
    try:
        with open(path, encoding="utf-8") as file:
            return sum(1 for _ in file)
    except UnicodeDecodeError as error:
        raise NoTextError(path, error.reason) from None
