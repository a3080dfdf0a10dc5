"""Judge one answer, and see to it that nothing gets away: the process of the judge.

It reads a secret from standard input and writes the verdict after it, so that nobody else can
have written it.
"""

import importlib
import os
import subprocess
import sys
from pathlib import Path
from threading import Thread

from helpers.exercises.asking import Answer, Ended
from helpers.exercises.supervision import MARK, adopt_orphans, end_all, finder

LONGEST = 10_000  # characters of a verdict
CRASHED = (
    "not right yet: Python itself ended, with exit code {}, before the check was over. "
    "Look for os._exit, os.kill or os.abort in the wrong process; or, with shared memory, for "
    "an array that outlives its block."
)
STOPPED = (
    "not right yet: it ended the whole program with sys.exit or exit. "
    "In a child that is all right; in a function that the notebook calls, return instead."
)


def main(path: Path, process: subprocess.Popen | None, *method: str) -> None:
    """Judge an answer, write the verdict, and stay as the parent of all orphans until the end.

    Parameters
    ----------
    path : Path
        The file.
    process : Popen or None
        Where it is to be imported, unless it is a program of its own.
    *method : str
        How its processes are started, if not as Python does by default.
    """
    secret = sys.stdin.readline().strip()
    watch = Thread(target=_end_when_abandoned, daemon=True)
    watch.start()
    adopt_orphans()
    verdict = _judge(path, process, *method)
    print(f"{secret}{verdict[:LONGEST]!a}", flush=True)
    watch.join(timeout=60)


def _end_when_abandoned() -> None:
    """End all when whoever asked for the verdict is gone, such as a kernel that was killed."""
    sys.stdin.read()
    end_all(finder(os.getpid(), os.environ[MARK]))
    os._exit(1)


def _judge(path: Path, process: subprocess.Popen | None, *method: str) -> str:
    """Return the verdict, in one or two sentences."""
    try:
        compile(path.read_bytes(), path.name, "exec")
    except SyntaxError as error:
        return f"not right yet: line {error.lineno} is no Python that can be read ({error.msg})."
    answer = Answer(process, path, *method) if process else path
    from helpers.exercises.judging import Wrong  # imported while the answer is, in its process

    try:
        return f"right. {_praise(answer, path.stem)}"
    except Wrong as wrong:
        return f"not right yet: {wrong}"
    except Ended as ended:
        return CRASHED.format(ended)
    except NotImplementedError:
        return "not done yet."
    except SystemExit:
        return STOPPED
    except BaseException as error:
        line = getattr(error, "line", 0)  # of those that come from the answer
        where = f"line {line} of {path.name} led to " if line else ""
        return f"not right yet: {where}{type(error).__name__}: {error}."


def _praise(answer: Answer | Path, name: str) -> str:
    """Let the judge of the exercise look at an answer; return what it says if all is right."""
    judge = getattr(importlib.import_module(f"helpers.exercises.lesson_{name[2:4]}"), name)
    if isinstance(answer, Path):
        return judge(answer)
    answer.reply()  # it has been imported
    praise = judge(answer)
    answer.end()
    return praise
