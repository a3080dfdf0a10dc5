"""Report on the exercises to a learner: how things stand, what is wrong, what comes next.

`helpers.progress` is what people call; `students` is what a teacher gets.
"""

import argparse
import shutil
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

from helpers.environment import ROOT
from helpers.exercises import answers, students
from helpers.exercises.statements import lesson_of, statement
from helpers.exercises.verdicts import BROKEN, BUSY, STATES, judge_all, state

NOTEBOOKS = ROOT / "notebooks"
WIDEST = 100  # characters of a line of text
DESCRIPTION = """\
Show how far you have come with the exercises: what is right, for each answer that is not right
yet a hint, and what comes next. An answer that has not changed since it was last checked is not
checked again.
"""


def learner(said: dict[str, str]) -> Iterator[str]:
    """Report on the exercises of one learner.

    Parameters
    ----------
    said : dict of str to str
        The verdict on each exercise of the course, in order.

    Yields
    ------
    str
        A line for each lesson, the hints, and at last what to do next.
    """
    states = {name: state(verdict) for name, verdict in said.items()}
    for lesson in sorted({name[2:4] for name in said}):
        yield _line({name: now for name, now in states.items() if name[2:4] == lesson})
    for name, verdict in said.items():
        if states[name] in ("not right yet", BROKEN):
            yield f"\n{name}\n{_folded(verdict, '    ')}"
    if busy := [name for name, now in states.items() if now == BUSY]:
        yield f"\n{_folded(', '.join(busy))}\n{_folded(said[busy[0]], '    ')}"
    yield f"\n{list(states.values()).count('right')} of {len(said)} exercises are right.\n"
    yield _next(states)


def following(said: dict[str, str]) -> Iterator[str]:
    """Say which exercise comes next, what it asks for, and what is wrong with the answer so far.

    Parameters
    ----------
    said : dict of str to str
        The verdict on each exercise of the course, in order.
    """
    states = {name: state(verdict) for name, verdict in said.items()}
    yield _next(states)
    verdict = said.get(_waiting(states), "")
    if verdict.startswith(("not right yet", BROKEN)):
        yield f"\nYour answer:\n{_folded(verdict, '    ')}"


def _line(states: dict[str, str]) -> str:
    """Say how things stand in one lesson."""
    lesson = Path(lesson_of(min(states))).stem
    right = list(states.values()).count("right")
    rest = [
        f"{kind}: {', '.join(name for name, now in states.items() if now == kind)}"
        for kind in STATES[1:]
        if kind in states.values()
    ]
    line = f"{lesson:29}{right} of {len(states)} right   {'; '.join(rest)}"
    return _folded(line.rstrip(), later=" " * 44)


def _next(states: dict[str, str]) -> str:
    if name := _waiting(states):
        return f"Next: {name}, in {lesson_of(name)}.\n{_folded(statement(name))}"
    if BUSY in states.values():
        return "Next: check again, when this machine is quieter."
    return "You have done them all."


def _waiting(states: dict[str, str]) -> str:
    """Return the first exercise on which the learner can work, or an empty string."""
    return next((name for name, now in states.items() if now not in ("right", BUSY)), "")


def _folded(text: str, indent: str = "", later: str = "") -> str:
    """Fold the long lines of a text to what the terminal shows."""
    fold = textwrap.TextWrapper(
        width=min(shutil.get_terminal_size().columns, WIDEST),
        initial_indent=indent,
        subsequent_indent=later or indent,
        break_on_hyphens=False,
        break_long_words=False,
        replace_whitespace=False,
    )
    return "\n".join(fold.fill(line) for line in text.splitlines())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m helpers.progress", description=DESCRIPTION)
    parser.add_argument(
        "--next", action="store_true", help="say only which exercise comes next, and what it asks"
    )
    parser.add_argument(
        "--anew",
        metavar="NAME",
        help="begin an exercise anew, such as ex05_race; your answer is kept in old-answers",
    )
    parser.add_argument(
        "--again", action="store_true", help="check all answers again, changed or not"
    )
    teachers = parser.add_argument_group("for teachers")
    words = "a folder that has a folder for each student, with answers in it: one table of all"
    teachers.add_argument("folder", nargs="?", type=Path, help=words)
    words = "also write a row for each student, with every exercise, for a spreadsheet"
    teachers.add_argument("--csv", metavar="FILE", type=Path, help=words)
    return parser


def main(arguments: list[str] | None = None) -> None:
    """Print the report that the command line asks for."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    if sum([asked.next, asked.anew is not None, asked.folder is not None]) > 1:
        parser.error("a folder, --next and --anew exclude each other")
    if asked.csv and not asked.folder:
        parser.error("--csv needs the folder of all students, too")
    # An answer, or a student's name, may have letters that this terminal lacks.
    sys.stdout.reconfigure(errors="backslashreplace")
    try:
        for line in _report(asked):
            print(line, flush=True)
    except (ValueError, OSError) as error:
        sys.exit(f"{error}")
    except KeyboardInterrupt:
        sys.exit(
            "Interrupted. What was checked is remembered; the same command goes on from there."
        )


def _report(asked: argparse.Namespace) -> Iterator[str]:
    if asked.anew is not None:
        yield answers.begin_anew(asked.anew, NOTEBOOKS)
    elif asked.folder:
        yield from students.report(asked.folder, asked.csv, asked.again)
    else:
        files = [NOTEBOOKS / f"{name}.py" for name in answers.exercises()]
        said = {path.stem: verdict for path, verdict in judge_all(files, asked.again).items()}
        yield from following(said) if asked.next else learner(said)
