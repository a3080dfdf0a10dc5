"""What the judges of exercises have in common. The answer itself is in another process."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from helpers.exercises.answering import has_function, use_start_method
from helpers.exercises.asking import LIMIT, Answer, Late
from helpers.exercises.functions import Function
from helpers.exercises.review import Wrong
from helpers.recording import Note, Timeline, record

if TYPE_CHECKING:
    from collections.abc import Callable


chance = random.Random()  # for inputs; `judge` seeds it, and tells the seed if it was used


def expect(holds: bool, otherwise: str, timed: bool = False) -> None:
    """Go on if something holds.

    Parameters
    ----------
    holds : bool
        Whether it does.
    otherwise : str
        What was expected, what came instead, and a hint.
    timed : bool
        Whether it can fail because the machine is busy, too.

    Raises
    ------
    Wrong
        If it does not hold.
    """
    if not holds:
        raise Wrong(otherwise, timed)


def function_of(
    answer: Answer, name: str, codes: tuple[int, ...] = (0,), may: tuple[str, ...] = ()
) -> Function:
    """Return a function of a learner's file.

    Parameters
    ----------
    answer : Answer
        The file, imported in a process of its own.
    name : str
        What the function is called.
    codes, may : tuple
        What its processes may end with, and what it may do: see `Function`.

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
    return Function(answer, name, codes, may)


def beside(
    answer: Answer, function: Callable, codes: tuple[int, ...] = (0,), may: tuple[str, ...] = ()
) -> Function:
    """Return a function of ours that is called in the process of the answer.

    For what has to be there: a lock that several calls share, an errand, processes to wait for.
    It returns what was seen, and judges nothing: an answer can change all that is in its process.

    Parameters
    ----------
    answer : Answer
        The learner's file.
    function : callable
        One of a module of `helpers.exercises.experiments`, which is imported there.
    codes, may : tuple
        As for `function_of`.

    Returns
    -------
    Function
        As from `function_of`, which it may be handed as an argument.
    """
    return Function(answer, function, codes, may)


def start_by(answer: Answer, method: str) -> None:
    """Have an answer's processes started by another method than the default, from now on."""
    beside(answer, use_start_method, may=("set",))(method)


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
        As when the function is called without being recorded.
    """
    with record() as timeline:
        result = function.call(arguments, seconds=seconds)
    timeline.pid = function.answer.pid
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
        raise Wrong(f"{late} {hint}", timed=True) from None


def notes_of_children(timeline: Timeline, otherwise: str) -> list[Note]:
    """Return the notes of a recording, none of which the process of the answer may have made.

    Raises
    ------
    Wrong
        With the words given, if it has made one.
    """
    expect(all(note.pid != timeline.pid for note in timeline.notes), otherwise)
    return timeline.notes


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
