"""What the judges of exercises have in common. It runs in the process of a learner's answer."""

from __future__ import annotations

import multiprocessing
from typing import TYPE_CHECKING

from helpers.timeline import Timeline, record

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType


class Wrong(Exception):
    """What is wrong with an answer: what was expected, what came, and a hint."""


def expect(holds: bool, otherwise: str) -> None:
    """Go on if something holds.

    Parameters
    ----------
    holds : bool
        Whether it does.
    otherwise : str
        What was expected, what came instead, and a hint.

    Raises
    ------
    Wrong
        If it does not hold.
    """
    if not holds:
        raise Wrong(otherwise)


def function_of(answer: ModuleType, name: str) -> Callable:
    """Return a function of a learner's file.

    Parameters
    ----------
    answer : module
        The file, imported.
    name : str
        What the function is called.

    Returns
    -------
    callable
        The function.

    Raises
    ------
    Wrong
        If there is none.
    """
    function = getattr(answer, name, None)
    expect(callable(function), f"the file has no function {name}. Keep its name as it was.")
    return function


def recorded(function: Callable, *arguments: object, **options: object) -> tuple[object, Timeline]:
    """Call a learner's function and record what its processes do.

    Parameters
    ----------
    function : callable
        The function.
    *arguments, **options : object
        What it is called with.

    Returns
    -------
    object
        What it returned.
    Timeline
        The recording.

    Raises
    ------
    Wrong
        If a process that it started is alive when it returns.
    """
    with record() as timeline:
        result = function(*arguments, **options)
        alive = [child.name for child in multiprocessing.active_children()]
    expect(
        not alive,
        f"{_count(len(alive), 'process')} of yours still ran when {function.__name__} returned. "
        "Wait for each with join(timeout=60) before you go on.",
    )
    return result, timeline


def brief(value: object) -> str:
    """Show a value in a sentence, cut off if it is long.

    Parameters
    ----------
    value : object
        What a learner's function has returned.

    Returns
    -------
    str
        Its repr, of 60 characters at most.
    """
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'es' if number != 1 else ''}"
