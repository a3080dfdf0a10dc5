"""Remember verdicts on answers that have not changed, so that nobody waits for them again.

They are in a hidden file beside the answers, and only there: what a student hands in is judged
here, whatever came with it. If the file is lost or damaged, all is judged once more.
"""

import hashlib
import json
import os
import platform
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.machinery import all_suffixes
from pathlib import Path

from helpers.environment import ROOT
from helpers.exercises.answers import exercises
from helpers.system.machine import usable_cores

FILE = ROOT / "notebooks" / ".verdicts.json"
MOST = 10_000  # verdicts; a class of 100 has 4,500 answers
LASTING = ("right", "not right yet")
# What took too long, or lost its judge, may have done so because the machine was busy.
PASSING = re.compile(r"had not (ended|come to its end) after|within \w+ seconds|judge was ended")
SUFFIXES = tuple(all_suffixes())  # of what can be imported
COURSE = [ROOT / "helpers", ROOT / "notebooks" / "solutions"]  # an answer can import both


def key(answer: Path) -> str:
    """Sum up all that a verdict depends on.

    That is the answer, what it may import from beside it, the course, this Python with its
    packages, and the machine. An exercise beside it counts if its name stands anywhere in the
    answer, and any other module always does, since it may replace one of Python's own.

    Parameters
    ----------
    answer : Path
        Its file.

    Returns
    -------
    str
        The same as long as all this is the same; empty if something of it cannot be read.
    """
    try:
        if answer.is_file():  # a pipe would never come to its end
            return _digest([answer.name, _course(), *sorted(_sources(answer).items())])
    except OSError:
        pass
    return ""


def recall() -> dict[str, str]:
    """Return the verdicts that are remembered, by key."""
    try:
        known = json.loads(FILE.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return _lasting(known) if isinstance(known, dict) else {}


def remember(verdicts: dict[str, str]) -> None:
    """Remember verdicts, by key, if they are of the kind that lasts; forget the oldest of many.

    Two programs may do so at once: then the file is that of the later one, and whole.
    """
    if not (new := _lasting(verdicts)):
        return
    kept = {key: verdict for key, verdict in recall().items() if key not in new} | new
    text = json.dumps(dict(list(kept.items())[-MOST:]), indent=0)
    with suppress(OSError):  # nothing can be written there: then all is judged again, next time
        _replace(FILE, text)


def _lasting(verdicts: dict) -> dict[str, str]:
    return {
        key: verdict
        for key, verdict in verdicts.items()
        if key and isinstance(verdict, str) and verdict.startswith(LASTING)
        if not PASSING.search(verdict)
    }


def _replace(path: Path, text: str) -> None:
    number, name = tempfile.mkstemp(".json", f"{path.stem}-", path.parent)
    try:
        with open(number, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(name, path)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(name)


def _sources(answer: Path) -> dict[str, bytes]:
    """Read an answer, and the files beside it that it may import, by their names."""
    read, new = {}, [answer]
    while new:
        read |= {path: path.read_bytes() for path in new}
        words = set(re.findall(r"\w+", b"\n".join(read.values()).decode("utf-8", "replace")))
        new = [path for path in _importable(answer.parent, words) if path not in read]
    return {path.relative_to(answer.parent).as_posix(): text for path, text in read.items()}


def _importable(folder: Path, words: set[str]) -> Iterator[Path]:
    """Find the files of modules and packages in a folder, for a program in which words stand."""
    passed_over = {f"{name}.py" for name in exercises() if name not in words}
    for path in (folder / name for name in os.listdir(folder) if name not in passed_over):
        if path.name.endswith(SUFFIXES) and path.is_file():
            yield path
        elif path.name in words or (path / "__init__.py").exists():
            yield from filter(_is_module, path.rglob("*"))


def _is_module(path: Path) -> bool:
    kept = "__pycache__" in path.parts  # follows from its source
    return path.name.endswith(SUFFIXES) and path.is_file() and not kept


@cache
def _course() -> str:
    """Sum up what is the same for all answers."""
    files = [path for folder in COURSE for path in sorted(folder.rglob("*"))]
    ours = [
        (path.relative_to(ROOT).as_posix(), path.read_bytes())
        for path in files
        if path.is_file() and "__pycache__" not in path.parts
    ]
    packages = sorted(path.name for place in sys.path for path in Path(place).glob("*.dist-info"))
    return _digest([ours, packages, sys.version, platform.platform(), usable_cores()])


def _digest(parts: list) -> str:
    return hashlib.sha256(ascii(parts).encode()).hexdigest()
