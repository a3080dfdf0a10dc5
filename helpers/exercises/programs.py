"""Answers that are programs: a judge runs them, and looks at what they print and do."""

import re
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from helpers.exercises import review
from helpers.exercises.judging import brief, expect
from helpers.exercises.notes import crew
from helpers.exercises.output import FLOODED, Output
from helpers.exercises.standing import where_all_stand

ERROR = re.compile(r"^[\w.]+Error\b.*", re.MULTILINE)  # in Python 3.14 notes may follow


class Program(NamedTuple):
    """A learner's program that has been started; what it prints is read meanwhile."""

    process: subprocess.Popen
    output: Output
    errors: Output


def start_program(program: Path, *arguments: str) -> Program:
    """Start a learner's program.

    Parameters
    ----------
    program : Path
        The file.
    *arguments : str
        Its command-line arguments.
    """
    process = subprocess.Popen(
        [sys.executable, program, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    return Program(process, Output(process, process.stdout), Output(process, process.stderr))


def output_of(program: Program, deadline: float, codes: tuple[int, ...] = (0,)) -> str:
    """Wait for a learner's program, look at all that it did, and return what it has printed.

    Parameters
    ----------
    program : Program
        It was started with `start_program`.
    deadline : float
        Seconds to wait.
    codes : tuple of int
        The exit codes that its processes may end with; the program itself has to end with 0.

    Returns
    -------
    str
        Its standard output.

    Raises
    ------
    Wrong
        If it has not ended by then, or has ended with an error, or a process of it has.
    """
    end = time.monotonic() + deadline
    while program.process.poll() is None and time.monotonic() < end:
        with suppress(subprocess.TimeoutExpired):
            program.process.wait(timeout=max(0.01, min(1.0, end - time.monotonic())))
        if program.process.poll() is None and 1 not in codes:
            review.expect_no_error(crew())
    if program.process.poll() is None:
        stood = where_all_stand()
        raise review.Wrong(
            f"the program had not ended after {deadline:g} seconds.{stood}", timed=True
        )
    said, errors = program.output.text(2), program.errors.text(2)
    expect(not (program.output.flooded or program.errors.flooded), FLOODED)
    if 1 not in codes:
        review.expect_no_error(crew())
    review.expect_work(crew())
    found = ERROR.findall(errors)
    last = found[-1] if found else errors.strip().rpartition("\n")[2]
    expect(
        program.process.returncode == 0,
        f"the program ended with exit code {program.process.returncode}: {brief(last)}",
    )
    review.expect_codes(crew(), codes)
    return said


GUARD = (
    "A child imports your file. What it must not do a second time belongs under "
    'if __name__ == "__main__".'
)


def cause_of(words: str) -> str:
    """Say why a program failed, if its error tells."""
    if re.search("Can't get attribute|'__mp_main__' has no attribute", words):
        return "What a child runs has to be defined outside of the guard, at the top level."
    if re.search("bootstrapping|context has already|start a new process|ConnectionReset", words):
        return GUARD
    if re.search("[Pp]ickl|local object", words):
        return (
            "What cannot be pickled, such as a lambda, cannot be a target: give it a name, "
            "with def, at the top level."
        )
    return ""


def told_of(children: list[tuple[str, int | None]]) -> str:
    """Say by which method each child was started, and with which exit code it ended."""
    if not children:
        return "but no child was started"
    return " and ".join(f"one was started by {by}, and ended with {code}" for by, code in children)
