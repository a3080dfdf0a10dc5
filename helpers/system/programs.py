"""Run a real program of ``helpers/scripts`` with a deadline, and see how it ended."""

import multiprocessing
import os
import secrets
import subprocess
import sys
import time
from typing import IO, NamedTuple

from helpers.environment import ROOT
from helpers.system.processes import end_all, marked

SCRIPTS = ROOT / "helpers" / "scripts"
MARK = "PROCESSES_COURSE_PROGRAM"  # in the environment of all that a program starts
PATIENCE = 5.0  # seconds to end a program and all that it started


class Ended(NamedTuple):
    """How a program ended.

    Attributes
    ----------
    exit_code : int or None
        None if it was killed at its deadline.
    output, errors : str
        What it and its children printed on standard output and standard error.
    seconds : float
        How long it ran, until its output was closed.
    """

    exit_code: int | None
    output: str
    errors: str
    seconds: float


def run_program(
    script: str, *arguments: object, deadline: float = 5.0, by_path: bool = False
) -> Ended:
    """Run ``python -m helpers.scripts.script arguments``; afterwards nothing of it is left.

    A script that calls ``helpers.spans.join_recording()`` takes part in the recording that is
    running here.

    Parameters
    ----------
    script : str
        The name of a module in ``helpers/scripts``.
    *arguments : object
        Its command-line arguments.
    deadline : float
        Seconds after which the program and all its descendants are killed.
    by_path : bool
        Run ``python helpers/scripts/script.py arguments`` instead: recent fork servers import a
        program that is run by its path, and no other.

    Returns
    -------
    Ended
        Its exit code, what it printed, and how long it ran.

    Raises
    ------
    ValueError
        If there is no such script, or the deadline is not above 0.
    subprocess.TimeoutExpired
        If something of it escaped, and keeps its output open.
    """
    if not deadline > 0:
        raise ValueError(f"deadline must be above 0 seconds, not {deadline!r}")
    mark, start = secrets.token_hex(8), time.perf_counter()
    process = start_program(script, arguments, mark, by_path)
    try:
        output, errors = process.communicate(timeout=deadline)
        return Ended(process.returncode, output, errors, time.perf_counter() - start)
    except subprocess.TimeoutExpired:
        output, errors = _end(process, mark)
        return Ended(None, output, errors, time.perf_counter() - start)
    finally:
        _end(process, mark)


def start_program(
    script: str,
    arguments: tuple[object, ...],
    mark: str,
    by_path: bool = False,
    stdout: int | IO = subprocess.PIPE,
    stderr: int | IO = subprocess.PIPE,
    variables: dict[str, str] | None = None,
) -> subprocess.Popen[str]:
    """Start a program as `run_program` does; whoever calls this ends all that has the mark."""
    if not (SCRIPTS / f"{script}.py").is_file():
        known = sorted(path.stem for path in SCRIPTS.glob("[!_]*.py"))
        raise ValueError(f"script must be one of {', '.join(known)}, not {script!r}")
    key = bytes(multiprocessing.current_process().authkey).hex()
    added = {MARK: mark, "RECORDING_KEY": key}
    added |= {"PYTHONIOENCODING": "utf-8", "PYTHON_COLORS": "0"}
    program = ["-m", f"helpers.scripts.{script}"]
    if by_path:  # such a program finds what is in its own folder, and has to be told of helpers
        program = [str(SCRIPTS / f"{script}.py")]
        paths = [str(ROOT), os.environ.get("PYTHONPATH")]
        added["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    return subprocess.Popen(
        [sys.executable, *program, *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | added | (variables or {}),
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=stderr,
        text=True,
        encoding="utf-8",
        start_new_session=True,  # so that the Stop button, which interrupts all, does not reach it
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _end(process: subprocess.Popen[str], mark: str) -> tuple[str, str]:
    """End the program and whatever it started, orphans too; return what they had printed."""
    end_all(lambda: marked(MARK, mark), PATIENCE)
    return process.communicate(timeout=PATIENCE)
