"""Check an answer to an exercise, whatever it does, and say in a sentence or two what is wrong.

The judge is a process of its own, and the answer another; both have a deadline. When that is over,
everything that the answer has started is ended, however far it got away.
"""

import ast
import os
import random
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread

import psutil

from helpers.environment import ROOT
from helpers.exercises.answers import check_name, untouched
from helpers.exercises.supervision import MARK, TOO_LATE, finder, freeze
from helpers.system.load import clock, starved
from helpers.system.processes import end_all, servant

DEADLINE = 10.0  # seconds
TIDYING = 1.0  # seconds of it that are kept for ending what an answer has started
CROWD = 50  # processes; more than any exercise needs
LONGEST = 100_000  # bytes of a verdict
NOT_DONE = "not done yet."
BUSY = "too busy to tell"


def check(name: str, deadline: float = DEADLINE, seed: object = None) -> None:
    """Print whether the answer to an exercise is right, and a hint if it is not.

    Parameters
    ----------
    name : str
        The exercise, such as ``"ex00_dinner"``; the answer is in the file ``ex00_dinner.py`` of
        the working directory.
    deadline : float
        Seconds that the check takes at the most; one of them is for tidying up.
    seed : object, optional
        The one that a verdict has named, to have the same inputs once more.
    """
    said = verdict(name, Path(), deadline, seed=seed)
    print(f"{name}: {said}")
    ours = f"notebooks/solutions/{name}.py"
    if said.startswith("right") and (ROOT / ours).is_file():
        print(f"Ours: {ours}")


def verdict(
    name: str,
    folder: Path,
    deadline: float = DEADLINE,
    start_method: str | None = None,
    seed: object = None,
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
    seed : object, optional
        What the inputs are chosen by; a random number if not given.

    Returns
    -------
    str
        One or two sentences, of which the first begins with ``right``, ``not right yet``,
        ``not done yet`` or ``too busy to tell``.

    Raises
    ------
    ValueError
        If there is no such exercise, or the deadline is not above 0.
    """
    check_name(name)
    if not deadline > 0:
        raise ValueError(f"deadline must be above 0 seconds, not {deadline!r}")
    path = folder.resolve() / f"{name}.py"
    if not path.is_file():
        return f"{NOT_DONE} There is no file {path.name}: run the cell above, which writes it."
    if untouched(path.read_bytes(), name):
        return NOT_DONE
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        options = [str(random.randrange(10_000) if seed is None else seed)]
        options += [start_method] if start_method else []
        return _run(path, Path(scratch), deadline, options)


def _run(path: Path, scratch: Path, deadline: float, options: list[str]) -> str:
    # Judged is a copy: it has no bytecode of a moment ago, and nobody changes it meanwhile.
    folder = scratch / "answer"
    folder.mkdir()
    (folder / path.name).write_bytes(path.read_bytes())
    seconds = max(deadline - TIDYING, deadline / 2)
    command = [sys.executable, "-m", "helpers.exercises", path.stem, folder, path.parent]
    mark, secret = secrets.token_hex(8), secrets.token_hex(16)
    began, machine = time.monotonic(), clock()
    process = subprocess.Popen(
        [*command, str(seconds), *options],
        cwd=ROOT,
        env=os.environ | {MARK: mark} | dict.fromkeys(["TMPDIR", "TEMP", "TMP"], str(scratch)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # Windows has none
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    find = finder(process.pid, mark)
    try:
        end = began + seconds
        words, timed = _listen(process, secret, find, end) or (TOO_LATE.format(deadline), True)
        family = [psutil.Process(process.pid), *find()]
        if timed and starved(machine, family, time.monotonic() - began):
            return TOO_BUSY
        return _with_what_is_left(words, find, end)
    finally:
        end_all(find)
        process.kill()
        with suppress(OSError):
            process.stdin.close()
        process.wait(timeout=10)


LEFT = (
    "not right yet: the result is right, but {} of its processes still ran at the end. "
    "End and join every process that you start, and have children do the same."
)
TOO_BUSY = (
    f"{BUSY}: other programs kept this machine busy, and the time ran out. "
    "That is neither right nor wrong. Check again when it is quieter."
)
NO_JUDGE = (
    "not right yet: the judge was ended before the check was over. "
    "Does your answer end processes that it has not started?"
)
CROWDED = (
    f"not right yet: it had started more than {CROWD} processes, and was stopped. "
    "Is a process started at the top level of the file, or in what a child runs?"
)


def _with_what_is_left(words: str, find: Callable, end: float) -> str:
    """Return the verdict, unless something still runs at the end, which may be a whole crowd."""
    if words.startswith("right"):
        left = _still_there(find, end)
        return LEFT.format(left) if left else words
    return CROWDED if len(find()) > CROWD else words


def _listen(
    process: subprocess.Popen, secret: str, find: Callable, end: float
) -> tuple[str, bool] | None:
    """Wait for the verdict, or return what went wrong meanwhile; nothing if it is too late.

    With it comes whether a busy machine can be the reason.
    """
    said = []
    listener = Thread(target=_hear, args=(process, secret, said), daemon=True)
    listener.start()
    while listener.is_alive() and time.monotonic() < end:
        listener.join(timeout=min(0.2, max(0, end - time.monotonic())))
        if listener.is_alive() and len(find()) > CROWD:
            freeze(process.pid, find)
            return CROWDED, False
    if listener.is_alive():
        return None
    return said[0] if said else (NO_JUDGE, False)


def _hear(process: subprocess.Popen, secret: str, said: list) -> None:
    """Tell the judge a secret, and take as its verdict only what begins with it."""
    with suppress(OSError), process.stdout as lines:
        process.stdin.write(f"{secret}\n".encode())
        process.stdin.flush()
        while line := lines.readline(LONGEST):
            if line.startswith(secret.encode()):
                said.append(ast.literal_eval(line.decode()[len(secret) :]))
                break


def _still_there(find: Callable, end: float) -> int:
    """Count what does not end within two seconds, but for the servants of multiprocessing."""
    end = min(end, time.monotonic() + 2)
    while left := len([each for each in find() if not servant(each)]):
        if time.monotonic() > end:
            break
        time.sleep(0.05)
    return left
