"""Judge one answer: ``python -m helpers.exercises NAME FOLDER NEIGHBOURS [METHOD]``.

`helpers.exercises.check` starts this, and ends it. It reads a secret from standard input and
writes the verdict after it, so that nobody else can have written it. The answer is in another
process, which may hang or crash without harm.
"""

import importlib
import os
import sys
from pathlib import Path
from threading import Thread

from helpers.environment import ROOT
from helpers.exercises.asking import Answer, Ended
from helpers.exercises.judging import PROGRAMS, Wrong
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


def judge(path: Path, *method: str) -> str:
    """Judge an answer.

    Parameters
    ----------
    path : Path
        The file.
    *method : str
        How its processes are started, if not as Python does by default.

    Returns
    -------
    str
        One or two sentences.
    """
    try:
        compile(path.read_bytes(), path.name, "exec")
    except SyntaxError as error:
        return f"not right yet: line {error.lineno} is no Python that can be read ({error.msg})."
    try:
        return f"right. {_praise(path, *method)}"
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


def _praise(path: Path, *method: str) -> str:
    """Let the judge of the exercise look at an answer; return what it says if all is right."""
    name, judges = path.stem, f"helpers.exercises.lesson_{path.stem[2:4]}"
    if name in PROGRAMS:
        return getattr(importlib.import_module(judges), name)(path)
    answer = Answer(path, *method)
    judge = getattr(importlib.import_module(judges), name)  # while the answer is imported there
    answer.reply()
    praise = judge(answer)
    answer.end()
    return praise


def _end_when_abandoned() -> None:
    """End all when whoever asked for the verdict is gone, such as a kernel that was killed."""
    sys.stdin.read()
    end_all(finder(os.getpid(), os.environ[MARK]))
    os._exit(1)


def main() -> None:
    """Judge an answer, write the verdict, and stay as the parent of all orphans until the end."""
    name, folder, neighbours, *method = sys.argv[1:]
    secret = sys.stdin.readline().strip()
    watch = Thread(target=_end_when_abandoned, daemon=True)
    watch.start()
    adopt_orphans()
    paths = [str(ROOT), neighbours, os.environ.get("PYTHONPATH", "")]
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    verdict = judge(Path(folder, f"{name}.py"), *method)
    print(f"{secret}{verdict[:LONGEST]!a}", flush=True)
    watch.join()


if __name__ == "__main__":
    main()
