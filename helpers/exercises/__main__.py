"""Judge one answer: ``python -m helpers.exercises NAME FOLDER VERDICT [METHOD]``.

`helpers.exercises.check` starts this in a process of its own, which may hang or crash without harm.
"""

import ast
import importlib
import multiprocessing
import os
import sys
import traceback
from pathlib import Path

from helpers.exercises.judging import PROGRAMS, Wrong


def judge(name: str, folder: Path) -> str:
    """Import an answer and judge it.

    Parameters
    ----------
    name : str
        The exercise.
    folder : Path
        Where the file with the answer is.

    Returns
    -------
    str
        One or two sentences.
    """
    path = folder / f"{name}.py"
    judges = importlib.import_module(f"helpers.exercises.lesson_{name[2:4]}")
    try:
        ast.parse(path.read_bytes())
        answer = path if name in PROGRAMS else importlib.import_module(name)
        praise = getattr(judges, name)(answer)
    except Wrong as wrong:
        return f"not right yet: {wrong}"
    except NotImplementedError:
        return "not done yet."
    except SyntaxError as error:
        return f"not right yet: line {error.lineno} is no Python that can be read ({error.msg})."
    except SystemExit:
        return (
            "not right yet: it ended the whole program with sys.exit or exit. "
            "In a child that is all right; in a function that the notebook calls, return instead."
        )
    except BaseException as error:
        return f"not right yet: {_where(error, path)}{_what(error)}"
    return f"right. {praise}"


def _where(error: BaseException, path: Path) -> str:
    """Name the last line of the learner's own file that led to an error."""
    frames = traceback.extract_tb(error.__traceback__)
    numbers = [frame.lineno for frame in frames if Path(frame.filename).name == path.name]
    return f"line {numbers[-1]} of {path.name} led to " if numbers else ""


def _what(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}."


if __name__ == "__main__":
    name, folder, verdict, *method = sys.argv[1:]
    if method:
        multiprocessing.set_start_method(method[0])
    sys.path.insert(0, folder)
    said = judge(name, Path(folder))
    Path(verdict).write_text(said, encoding="utf-8")
    os._exit(0)  # Python would wait for the processes that the answer has left running
