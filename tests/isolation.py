"""Run lessons apart from the course, so that their cells write over nobody's answers."""

import os
import shutil
import tempfile
from pathlib import Path

from helpers.environment import ROOT
from helpers.exercises.answers import exercises

MARK = "PROCESSES_COURSE_TESTS"  # in the environment of everything that the tests start


def isolate(temporary: Path) -> None:
    """Give everything that is started from now on a mark, an environment and helpers of its own."""
    os.environ.update({MARK: str(os.getpid()), "IPYTHONDIR": str(temporary / "ipython")})
    os.environ.update(dict.fromkeys(["TMPDIR", "TEMP", "TMP"], str(temporary)))
    bytecode = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "helpers", temporary / "helpers", ignore=bytecode)


def folder_for_lesson(temporary: Path) -> Path:
    """Make an empty folder for a lesson to run in; as for its own, helpers are one level up."""
    return Path(tempfile.mkdtemp(prefix="lesson-", dir=temporary))


def strays(folder: Path) -> set[str]:
    """Describe what a lesson has left in its folder, apart from the files of its exercises."""
    expected = {"__pycache__", *(f"{name}.py" for name in exercises())}
    return {f"file {path}" for path in folder.iterdir() if path.name not in expected}
