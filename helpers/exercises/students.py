"""Report on the answers of several students to their teacher: a table, and a file of it."""

import csv
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from helpers.exercises import answers
from helpers.exercises.verdicts import BROKEN, BUSY, STATES, judge_all, state

# Folders of the course that hold files of the same names, and one that packers of archives add.
OURS = {"solutions", "skeletons", "__pycache__", "__MACOSX"}


class Student(NamedTuple):
    """What a student has handed in, and what a teacher should know about it."""

    name: str
    files: dict[str, Path]  # by exercise
    remarks: list[str]
    verdicts: dict[str, str]  # by exercise; those not handed in are not done yet

    def states(self) -> dict[str, str]:
        """Return how all exercises of the course stand."""
        said = dict.fromkeys(answers.exercises(), "not done yet") | self.verdicts
        return {name: state(verdict) for name, verdict in said.items()}


def report(folder: Path, file: Path | None = None, again: bool = False) -> Iterator[str]:
    """Judge the answers of several students, and make a table of them.

    Parameters
    ----------
    folder : Path
        A folder that has a folder for each student.
    file : Path, optional
        Where to write the table with every exercise, as comma-separated values.
    again : bool
        Whether to judge those answers as well whose verdict is remembered.

    Yields
    ------
    str
        The lines of the table, then remarks, and where the file is.

    Raises
    ------
    ValueError
        If there is no such folder, or nobody's folder in it, or the file is none to write to.
    """
    if file:
        _check_file(file)
    everybody = [_hand_in(path) for path in _folders(folder)]
    verdicts = judge_all([path for each in everybody for path in each.files.values()], again)
    for each in everybody:
        each.verdicts.update({name: verdicts[path] for name, path in each.files.items()})
        broken = [name for name, said in each.verdicts.items() if said.startswith(BROKEN)]
        each.remarks.extend(_printable(f"{name} {each.verdicts[name]}") for name in broken)
    yield from table(everybody)
    yield from (f"\n{each.name}: {remark}" for each in everybody for remark in each.remarks)
    if file:
        write(everybody, file)
        yield f"\n{file} has every exercise of every student."


def table(everybody: list[Student]) -> Iterator[str]:
    """Make a table: a row for each student, a column for each lesson with how many are right."""
    names = answers.exercises()
    lessons = sorted({name[2:4] for name in names})
    width = max(len(name) for name in [*(each.name for each in everybody), "student"])
    yield f"{'student':{width}}{''.join(f'{lesson:>5}' for lesson in lessons)}    all  too busy"
    yield _row("", width, [name[2:4] for name in names], lessons).rstrip()
    for each in everybody:
        states = each.states()
        right = [name[2:4] for name, now in states.items() if now == "right"]
        yield _row(each.name, width, right, lessons) + f"{_count(states, BUSY):>10}"


def write(everybody: list[Student], file: Path) -> None:
    """Write a row for each student: counts, how each exercise stands, and remarks.

    One row a student is what a teacher's own spreadsheet has, so that marks can be looked up by
    name; and any cell can be counted or coloured by its words. The file begins with a mark
    (``utf-8-sig``) without which Excel takes the letters for those of some older encoding.

    Parameters
    ----------
    everybody : list of Student
        Their answers have been judged.
    file : Path
        Is written, or replaced.
    """
    with open(file, "w", encoding="utf-8-sig", newline="") as lines:
        rows = csv.writer(lines)
        rows.writerow(["student", *STATES, *answers.exercises(), "remarks"])
        for each in everybody:
            states = each.states()
            counts = [_count(states, now) for now in STATES]
            remarks = " ".join(each.remarks)
            rows.writerow([_as_text(each.name), *counts, *states.values(), _as_text(remarks)])


def _check_file(file: Path) -> None:
    """Raise a ValueError now, and not after minutes, if a file cannot be the one to write."""
    if file.suffix.lower() != ".csv":
        raise ValueError(f"{file} should end in .csv, so that nothing else is written over")
    if file.is_dir() or not file.absolute().parent.is_dir():
        raise ValueError(f"{file} cannot be written: it is a folder, or its folder is not there")


def _folders(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise ValueError(f"there is no folder {folder}")
    found = [path for path in folder.iterdir() if path.is_dir() and path.name[0] not in "._"]
    if not found:
        raise ValueError(f"{folder} should have a folder for each student, and has none")
    return sorted(found)


def _hand_in(folder: Path) -> Student:
    """Find the answers of a student, who may have handed in the whole course, or parts twice."""
    files, remarks, names = {}, [], set(answers.exercises())
    for place, below, found in os.walk(folder, onerror=lambda error: remarks.append(f"{error}")):
        below[:] = sorted(name for name in below if name not in OURS and name[0] != ".")
        for path in sorted(Path(place, name) for name in found):
            if path.suffix == ".py" and path.stem in names:
                if path.stem in files:
                    where = files[path.stem].relative_to(folder)
                    remarks.append(f"{path.relative_to(folder)} is not used, but {where}")
                files.setdefault(path.stem, path)
    ordered = dict(sorted(files.items()))
    return Student(_printable(folder.name), ordered, [_printable(each) for each in remarks], {})


def _row(name: str, width: int, right: list[str], lessons: list[str]) -> str:
    counts = "".join(f"{right.count(lesson):>5}" for lesson in lessons)
    return f"{name:{width}}{counts}{len(right):>7}"


def _count(states: dict[str, str], kind: str) -> int:
    return sum(now == kind for now in states.values())


def _printable(text: str) -> str:
    """Write out what would break a line, or cannot be encoded."""
    letters = (each if each.isprintable() else ascii(each)[1:-1] for each in text)
    return "".join(letters)


def _as_text(text: str) -> str:
    """Keep a spreadsheet from taking for a formula what a student chose to call a folder."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text
