"""What the judges of exercises have in common. It runs in the process of a learner's answer."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from helpers.environment import ROOT
from helpers.recording import Timeline, record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import ModuleType

# Their judges are handed the path of the answer, which is a program, and not an imported module.
PROGRAMS = {"ex04_program", "ex07_program", "ex08_programs"}


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


def recorded_within(
    seconds: float, hint: str, function: Callable, *arguments: object
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
    call = ThreadPoolExecutor(1).submit(recorded, function, *arguments)
    try:
        return call.result(timeout=seconds)
    except TimeoutError:
        raise Wrong(f"it had not come to its end after {seconds:g} seconds. {hint}") from None


def start_program(program: Path, *arguments: str) -> subprocess.Popen:
    """Start a learner's program.

    Parameters
    ----------
    program : Path
        The file.
    *arguments : str
        Its command-line arguments.

    Returns
    -------
    Popen
        The program; what it prints is kept, as text.
    """
    return subprocess.Popen(
        [sys.executable, program, *arguments],
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def output_of(program: subprocess.Popen, deadline: float) -> str:
    """Wait for a learner's program, and return what it has printed.

    Parameters
    ----------
    program : Popen
        The program, started with `start_program`.
    deadline : float
        Seconds to wait.

    Returns
    -------
    str
        Its standard output.

    Raises
    ------
    Wrong
        If it has not ended by then, or has ended with an error.
    """
    try:
        output, errors = program.communicate(timeout=deadline)
    except subprocess.TimeoutExpired:
        raise Wrong(
            f"the program had not ended after {deadline:g} seconds. What does it wait for?"
        ) from None
    last = errors.strip().rpartition("\n")[2]
    expect(
        program.returncode == 0,
        f"the program ended with exit code {program.returncode}: {brief(last)}",
    )
    return output


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
