"""Report on the exercises: to a learner line by line, to a teacher in one table.

`helpers.progress` is what people call.
"""

import argparse
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from helpers.environment import ROOT
from helpers.exercises import answers, check

NOTEBOOKS = ROOT / "notebooks"
AT_ONCE = 6  # checks; mostly they wait
OURS = {"solutions", "skeletons"}  # folders of the course that hold files of the same names


def learner(folder: Path) -> Iterator[str]:
    """Report on the exercises of one learner.

    Parameters
    ----------
    folder : Path
        Where the answers are.

    Yields
    ------
    str
        A line for each exercise, as soon as it has been judged; at last what to do next.
    """
    names, following, right = answers.exercises(), "", 0
    for name, verdict in zip(names, _verdicts(dict.fromkeys(names, folder)), strict=True):
        right += verdict.startswith("right")
        state = verdict.partition(". ")[0].partition(":")[0].rstrip(".")
        yield f"{name:20} {state}"
        if not following and not verdict.startswith("right"):
            following = f"Next: {name}, in {_lesson(name)}.\n{verdict}"
    yield f"\n{right} of {len(names)} exercises are right."
    yield following or "You have done them all."


def table(folder: Path) -> Iterator[str]:
    """Report on the exercises of several students.

    Parameters
    ----------
    folder : Path
        A folder that has a folder for each student.

    Yields
    ------
    str
        The lines of a table: a row for each student, a column for each lesson with the number of
        right answers, and the sum.

    Raises
    ------
    ValueError
        If there is no such folder, or nobody's folder in it.
    """
    if not folder.is_dir():
        raise ValueError(f"there is no folder {folder}")
    students = sorted(path for path in folder.iterdir() if path.is_dir())
    if not students:
        raise ValueError(f"{folder} should have a folder for each student, and has none")
    lessons = sorted({name[2:4] for name in answers.exercises()})
    total = {lesson: sum(name[2:4] == lesson for name in answers.exercises()) for lesson in lessons}
    width = max(len(student.name) for student in [*students, Path("student")])
    yield f"{'student':{width}}" + "".join(f"{lesson:>5}" for lesson in lessons) + "    all"
    yield f"{'':{width}}" + "".join(f"{total[each]:>5}" for each in lessons) + _sum(total)
    for student in students:
        places = _answers_of(student)
        right = dict.fromkeys(lessons, 0)
        for name, verdict in zip(places, _verdicts(places), strict=True):
            right[name[2:4]] += verdict.startswith("right")
        row = "".join(f"{right[lesson]:>5}" for lesson in lessons)
        yield f"{student.name:{width}}{row}{_sum(right)}"


def _verdicts(places: dict[str, Path]) -> Iterator[str]:
    """Judge the answers to exercises, each in its folder, a few at a time."""
    with ThreadPoolExecutor(AT_ONCE) as threads:
        yield from threads.map(check.verdict, places, places.values())


def _answers_of(student: Path) -> dict[str, Path]:
    """Find the folder of each answer of a student, who may have handed in the whole course."""
    names = set(answers.exercises())
    found = {
        path.stem: path.parent
        for path in student.rglob("ex*.py")
        if path.stem in names and path.parent.name not in OURS
    }
    return dict(sorted(found.items()))


def _lesson(name: str) -> str:
    (notebook,) = NOTEBOOKS.glob(f"{name[2:4]}-*.ipynb")
    return f"notebooks/{notebook.name}"


def _sum(right: dict[str, int]) -> str:
    return f"{sum(right.values()):>7}"


def main(arguments: list[str] | None = None) -> None:
    """Print the report that the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="python -m helpers.progress",
        description="Show how far you have come with the exercises, and what comes next.",
    )
    words = "for teachers: a folder that has a folder for each student, with answers in it"
    parser.add_argument("folder", nargs="?", type=Path, help=words)
    folder = parser.parse_args(arguments).folder
    try:
        for line in table(folder) if folder else learner(NOTEBOOKS):
            print(line, flush=True)
    except ValueError as error:
        sys.exit(f"{error}")
