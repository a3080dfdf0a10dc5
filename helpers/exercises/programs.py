"""Answers that are programs of their own: a judge runs them, and looks at what they print."""

import os
import subprocess
import sys
from pathlib import Path

from helpers.exercises.judging import Wrong, brief, expect


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
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
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
