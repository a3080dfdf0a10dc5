"""Judge one answer, and see to it that nothing gets away: the process of the judge.

It reads a secret from standard input and writes the verdict after it, so that nobody else can
have written it.
"""

import importlib
import os
import subprocess
import sys
from pathlib import Path
from threading import Lock, Thread, Timer

from helpers.exercises.asking import Answer, Ended
from helpers.exercises.functions import SET
from helpers.exercises.notes import crew
from helpers.exercises.output import FLOODED, Output
from helpers.exercises.review import Wrong, error_of
from helpers.exercises.standing import printed, where_all_stand
from helpers.exercises.supervision import MARK, TOO_LATE, adopt_orphans, finder
from helpers.system.processes import end_all

LONGEST = 10_000  # characters of a verdict
SPARE = 0.6  # seconds before the end, in which one can still see where all processes stand
CRASHED = (
    "not right yet: Python itself ended, with exit code {}, before the check was over. "
    "Look for os._exit, os.kill or os.abort in the wrong process; or, with shared memory, for "
    "an array that outlives its block."
)
STOPPED = (
    "not right yet: it ended the whole program with sys.exit or exit. "
    "In a child that is all right; in a function that the notebook calls, return instead."
)

_first = Lock()  # held by the first who has a verdict


def main(
    path: Path, process: subprocess.Popen | None, seconds: float, seed: str, *method: str
) -> None:
    """Judge an answer, write the verdict, and stay as the parent of all orphans until the end.

    Parameters
    ----------
    path : Path
        The file.
    process : Popen or None
        Where it is to be imported, unless it is a program of its own.
    seconds : float
        How long this may take.
    seed : str
        What the inputs are chosen by.
    *method : str
        How its processes are started, if not as Python does by default.
    """
    secret = sys.stdin.readline().strip()
    watch = Thread(target=_end_when_abandoned, daemon=True)
    watch.start()
    adopt_orphans()
    output = Output(process, process.stderr) if process else None
    late = Timer(seconds - SPARE, _too_late, args=(secret, seconds, output))
    late.daemon = True
    late.start()
    _say(secret, *_judge(path, process, output, seed, *method))
    watch.join(timeout=60)


def _say(secret: str, verdict: str, timed: bool) -> None:
    """Write the verdict, unless one has been written; and if a busy machine may be the reason."""
    if _first.acquire(blocking=False):
        print(f"{secret}{(verdict[:LONGEST], timed)!a}", flush=True)


def _too_late(secret: str, seconds: float, output: Output | None) -> None:
    """Say what went on too long, unless a process has died before, which is why, most likely."""
    error = error_of(crew())
    words = f"not right yet: {error}" if error else TOO_LATE.format(seconds) + where_all_stand()
    _say(secret, words + (printed(output.text()) if output else ""), not error)


def _end_when_abandoned() -> None:
    """End all when whoever asked for the verdict is gone, such as a kernel that was killed."""
    sys.stdin.read()
    end_all(finder(os.getpid(), os.environ[MARK]))
    os._exit(1)


def _judge(
    path: Path,
    process: subprocess.Popen | None,
    output: Output | None,
    seed: str,
    *method: str,
) -> tuple[str, bool]:
    """Return the verdict, in one or two sentences, and whether a busy machine can be the reason."""
    try:
        compile(path.read_bytes(), path.name, "exec")
    except SyntaxError as error:
        words = f"line {error.lineno} is no Python that can be read ({error.msg})."
        return f"not right yet: {words}", False
    except (RecursionError, MemoryError):
        return "not right yet: it is nested so deeply that Python cannot read it.", False
    answer = Answer(process, path, *method) if process else path
    from helpers.exercises.judging import chance  # imported while the answer is, in its process

    chance.seed(seed)
    fresh = chance.getstate()
    verdict, timed = _verdict(answer, path)
    if output and output.flooded:
        return f"not right yet: {FLOODED}", False
    if verdict.startswith("not right"):
        verdict += f" (Seed {seed}.)" if chance.getstate() != fresh else ""
        verdict += printed(output.text()) if output else ""
    return verdict, timed


def _verdict(answer: Answer | Path, path: Path) -> tuple[str, bool]:
    """Turn what a judge says, or what stops it, into words."""
    try:
        return f"right. {_praise(answer, path.stem)}", False
    except Wrong as wrong:
        return f"not right yet: {wrong}", wrong.timed
    except Ended as ended:
        return CRASHED.format(ended), False
    except NotImplementedError:
        return "not done yet.", False
    except SystemExit:
        return STOPPED, False
    except BaseException as error:
        line = getattr(error, "line", 0)  # of those that come from the answer
        where = f"line {line} of {path.name} led to " if line else ""
        return f"not right yet: {where}{type(error).__name__}: {error}.", False


def _praise(answer: Answer | Path, name: str) -> str:
    """Let the judge of the exercise look at an answer; return what it says if all is right."""
    judge = getattr(importlib.import_module(f"helpers.exercises.lesson_{name[2:4]}"), name)
    if isinstance(answer, Path):
        return judge(answer)
    method = answer.method
    answer.reply()  # it has been imported
    if answer.seen.method != method:
        raise Wrong(SET.format("your file", answer.seen.method))
    praise = judge(answer)
    answer.end()
    return praise
