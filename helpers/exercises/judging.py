"""What the judges of exercises have in common. The answer itself is in another process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.exercises.answering import has_function
from helpers.exercises.asking import LIMIT, Answer, Function, Late
from helpers.recording import Timeline, record

if TYPE_CHECKING:
    from collections.abc import Callable


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


def function_of(answer: Answer, name: str) -> Function:
    """Return a function of a learner's file.

    Parameters
    ----------
    answer : Answer
        The file, imported in a process of its own.
    name : str
        What the function is called.

    Returns
    -------
    Function
        It can be called as if it were here: the call is made there, and what it returns or
        raises comes back. What cannot be sent there is `Made` there.

    Raises
    ------
    Wrong
        If there is none.
    """
    there = beside(answer, has_function)(name)
    expect(there is True, f"the file has no function {name}. Keep its name as it was.")
    return Function(answer, name)


def beside(answer: Answer, function: Callable) -> Function:
    """Return a function of ours that is called in the process of the answer.

    For what has to be there: a lock that several calls share, an errand, processes to wait for.
    It returns what was seen, and judges nothing: an answer can change all that is in its process.

    Parameters
    ----------
    answer : Answer
        The learner's file.
    function : callable
        One of a module of `helpers.exercises.experiments`, which is imported there.

    Returns
    -------
    Function
        As from `function_of`, which it may be handed as an argument.
    """
    return Function(answer, function)


def recorded(
    function: Function, *arguments: object, seconds: float = LIMIT
) -> tuple[object, Timeline]:
    """Call a function in the process of an answer, and record what its processes do.

    Parameters
    ----------
    function : Function
        The function.
    *arguments : object
        What it is called with.
    seconds : float
        How long it may take.

    Returns
    -------
    object
        What it returned.
    Timeline
        The recording; the process of the answer is its parent.

    Raises
    ------
    Wrong
        If a process that it started is alive when it returns.
    """
    with record() as timeline:
        result, alive = function.answer.ask(function, arguments, seconds=seconds)
    timeline.pid = function.answer.pid
    named = [each.__name__ for each in (*arguments, function) if isinstance(each, Function)]
    expect(
        not alive,
        f"{_count(alive, 'process')} of yours still ran when {named[0]} returned. "
        "Wait for each with join(timeout=60) before you go on.",
    )
    return result, timeline


def recorded_within(
    seconds: float, hint: str, function: Function, *arguments: object
) -> tuple[object, Timeline]:
    """Do as `recorded`, with a function that may never return.

    Parameters
    ----------
    seconds : float
        How long to wait for it.
    hint : str
        What to say if it has not returned by then.
    function, *arguments
        As for `recorded`; so are the results.

    Raises
    ------
    Wrong
        If it has not returned in time, or as for `recorded`.
    """
    try:
        return recorded(function, *arguments, seconds=seconds)
    except Late as late:
        raise Wrong(f"{late} {hint}") from None


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
