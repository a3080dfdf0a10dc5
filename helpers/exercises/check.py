"""Check an answer to an exercise, whatever it does, and say in a sentence or two what is wrong.

The answer runs in a process of its own, with a deadline. When that is over, everything it started
is ended, however far it got away.
"""

import ast
import os
import secrets
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import psutil

from helpers.environment import ROOT
from helpers.system.processes import servant

SKELETONS = Path(__file__).with_name("skeletons")
DEADLINE = 10.0  # seconds
TIDYING = 1.0  # seconds of it that are kept for ending what an answer has started
CROWD = 50  # processes; more than any exercise needs
MARK = "PROCESSES_COURSE_CHECK"  # in the environment of everything that an answer starts
NOT_DONE = "not done yet."


def check(name: str, deadline: float = DEADLINE) -> None:
    """Print whether the answer to an exercise is right, and a hint if it is not.

    Parameters
    ----------
    name : str
        The exercise, such as ``"ex03_invite"``; the answer is in the file ``ex03_invite.py`` of
        the working directory.
    deadline : float
        Seconds that the check takes at the most; one of them is for tidying up.
    """
    print(f"{name}: {verdict(name, Path(), deadline)}")


def exercises() -> list[str]:
    """List the exercises of the course, in order."""
    return sorted(path.stem for path in SKELETONS.glob("ex*.py"))


def verdict(
    name: str, folder: Path, deadline: float = DEADLINE, start_method: str | None = None
) -> str:
    """Judge an answer in a process of its own; afterwards nothing of it is left.

    Parameters
    ----------
    name : str
        The exercise.
    folder : Path
        Where the file with the answer is.
    deadline : float
        Seconds that this takes at the most; the last of them is for tidying up.
    start_method : str, optional
        How its processes are started, if not as Python does by default.

    Returns
    -------
    str
        One or two sentences, of which the first begins with ``right``, ``not right yet`` or
        ``not done yet``.

    Raises
    ------
    ValueError
        If there is no such exercise, or the deadline is not above 0.
    """
    if name not in exercises():
        raise ValueError(f"name must be one of {', '.join(exercises())}, not {name!r}")
    if not deadline > 0:
        raise ValueError(f"deadline must be above 0 seconds, not {deadline!r}")
    path = folder.resolve() / f"{name}.py"
    if not path.is_file():
        return f"{NOT_DONE} There is no file {path.name}: run the cell above, which writes it."
    if _untouched(path):
        return NOT_DONE
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        return _run(path, Path(scratch), deadline, start_method)


def _untouched(path: Path) -> bool:
    """Say whether a file is the one that the learner began with, apart from its layout."""
    try:
        return ast.dump(ast.parse(path.read_bytes())) == ast.dump(
            ast.parse((SKELETONS / path.name).read_bytes())
        )
    except (SyntaxError, ValueError):
        return False


def _run(path: Path, scratch: Path, deadline: float, start_method: str | None) -> str:
    said, mark = scratch / "verdict.txt", secrets.token_hex(8)
    command = [sys.executable, "-m", "helpers.exercises", path.stem, path.parent, said]
    process = subprocess.Popen(
        [*command, start_method] if start_method else command,
        cwd=ROOT,
        # Its own cache of bytecode: the file may have changed within the same second.
        env=os.environ
        | {MARK: mark, "PYTHONPYCACHEPREFIX": str(scratch / "cache")}
        | dict.fromkeys(["TMPDIR", "TEMP", "TMP"], str(scratch)),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    end = time.monotonic() + max(deadline - TIDYING, deadline / 2)
    try:
        if problem := _wait(process, mark, end):
            return problem.format(deadline)
        if process.returncode != 0 or not said.is_file():
            return CRASHED.format(process.returncode)
        words = said.read_text(encoding="utf-8")
        left = _still_there(mark, end) if words.startswith("right") else 0
        return LEFT.format(left) if left else words
    finally:
        _end_all(process, mark)


LEFT = (
    "not right yet: the result is right, but {} of its processes still ran at the end. "
    "End and join every process that you start, and have children do the same."
)
CRASHED = (
    "not right yet: Python itself ended, with exit code {}, before the check was over. "
    "Look for os._exit, os.kill or os.abort in the wrong process; or, with shared memory, for "
    "an array that outlives its block."
)
TOO_LATE = (
    "not right yet: it had not ended after {:g} seconds, and was stopped. "
    "Something in it waits for ever, or never ends."
)
CROWDED = (
    f"not right yet: it had started more than {CROWD} processes, and was stopped. "
    "Is a process started at the top level of the file, or in what a child runs?"
)


def _wait(process: subprocess.Popen, mark: str, end: float) -> str:
    """Wait until an answer has been judged; return what went wrong meanwhile, if anything."""
    while time.monotonic() < end:
        try:
            process.wait(timeout=0.2)
            return ""
        except subprocess.TimeoutExpired:
            if len(_started_by(mark)) > CROWD:
                return CROWDED
    return TOO_LATE


def _still_there(mark: str, end: float) -> int:
    """Count what does not end within two seconds, but for the servants of multiprocessing."""
    end = min(end, time.monotonic() + 2)
    while left := len([each for each in _started_by(mark) if not servant(each)]):
        if time.monotonic() > end:
            break
        time.sleep(0.05)
    return left


def _started_by(mark: str) -> list[psutil.Process]:
    """Find all processes with a mark, orphans too."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.status() != psutil.STATUS_ZOMBIE and process.environ().get(MARK) == mark:
                found.append(process)
        except psutil.Error:
            continue
    return found


def _end_all(process: subprocess.Popen, mark: str) -> None:
    """Kill everything with a mark; the resource tracker last, since it cleans up after them."""
    for end in ["suspend", "kill"] * 10:
        crowd = [each for each in _started_by(mark) if servant(each) != "resource tracker"]
        if not crowd:
            break
        for each in crowd:
            try:
                getattr(each, end)()  # suspended first: what does not run starts nothing more
            except psutil.Error:
                continue
    process.wait(timeout=10)
    end = time.monotonic() + 5
    while (trackers := _started_by(mark)) and time.monotonic() < end:
        time.sleep(0.02)
    for tracker in trackers:
        with suppress(psutil.NoSuchProcess):
            tracker.kill()
