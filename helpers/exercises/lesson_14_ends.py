"""The judges of lesson 14 about what is open: a pipe, a connection to a database."""

import multiprocessing
import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from helpers.exercises.asking import Answer
from helpers.exercises.experiments.lesson_14 import FOREIGN, entered
from helpers.exercises.functions import Function
from helpers.exercises.judging import (
    beside,
    brief,
    chance,
    expect,
    function_of,
    notes_of_children,
    recorded,
    recorded_within,
    start_by,
)
from helpers.exercises.review import Wrong
from helpers.recording import Note

NAMES = ["ada", "bo", "cy", "dora", "egon", "frida", "gil", "hugo", "ida", "jo", "kim", "lou"]
CONNECT = "Hand over the path of the database, and connect in the child."


def expect_each_once(notes: list[Note], things: list[str], what: str, by: str) -> None:
    """See that each of some things was handled once, in a process of its own."""
    names = sorted(note.text.partition(" ")[0] for note in notes)
    pids = {note.pid for note in notes}
    expect(
        names == sorted(things) and len(pids) == len(things),
        f"{by} should be called once for each {what}, in a process of its own. For {len(things)} "
        f"there were {len(names)} calls, in {len(pids)} processes.",
    )


def ex14_pipe(answer: Answer) -> str:
    """Let a reader come to its end, though others may have inherited the sending end."""
    add_up_all = function_of(answer, "add_up_all")
    expect(
        [*add_up_all([])] == [], "there was no load to add up, and the list should be empty, too."
    )
    for method in sorted(multiprocessing.get_all_start_methods()):  # fork first: it may hang
        start_by(answer, method)
        parcels = chance.sample(NAMES, 5)
        loads = [parcels[:3] + parcels[:1], [], parcels[3:]]
        chance.shuffle(loads)
        said, timeline = recorded_within(
            3,
            f"That was under {method}. A forked child has a copy of each end that its parent "
            "had at that moment, and a pipe ends when the last copy of its sending end is closed. "
            "Send a word that means the end, and wait for that.",
            add_up_all,
            loads,
        )
        notes = notes_of_children(timeline, "your own process weighed a parcel. Let a child do it.")
        _expect_weighed(method, loads, notes)
        truth = [sum(int(note.text.split()[1]) for note in _of(load, notes)) for load in loads]
        expect(
            isinstance(said, list) and said == truth,
            f"under {method} the children found {truth}, and got back was {brief(said)}. The "
            "order is that of the loads; one without parcels weighs 0.",
        )
    return "A word for the end arrives, whoever has inherited what."


def _of(load: list[str], notes: list[Note]) -> list[Note]:
    return [note for note in notes if note.text.split()[0] in load]


def _expect_weighed(method: str, loads: list[list[str]], notes: list[Note]) -> None:
    """See that all parcels were weighed, those of one load in one process of its own."""
    for load in loads:
        weighed = sorted(note.text.split()[0] for note in _of(load, notes))
        expect(
            weighed == sorted(load),
            f"under {method} a load was {load}, and weighed were {weighed}: each parcel once, "
            "even if two have the same name.",
        )
    pids = [{note.pid for note in _of(load, notes)} for load in loads if load]
    expect(
        len(set().union(*pids)) == len(pids) == sum(map(len, pids)),
        f"under {method} each load should be weighed in one process of its own.",
    )


def ex14_census(answer: Answer) -> str:
    """Have each process open its own connection to a database."""
    enter_all = function_of(answer, "enter_all")
    sources = sorted(Path(os.__file__).parent.glob("*.py"))
    for method in sorted(multiprocessing.get_all_start_methods(), reverse=True):
        start_by(answer, method)
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            _expect_entered(answer, enter_all, method, chance.sample(sources, 3), Path(folder))
    return "A connection belongs to the process that has opened it; the database is everybody's."


def _expect_entered(
    answer: Answer, enter_all: Function, method: str, paths: list[Path], folder: Path
) -> None:
    """Have some real files counted and entered into a database that has other rows already."""
    file = folder / "census.db"
    before = [(paths[0].name, chance.randint(1, 9)), ("old.py", chance.randint(1, 99))]
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("CREATE TABLE files (name TEXT, lines INTEGER)")
        database.executemany("INSERT INTO files VALUES (?, ?)", before)
    try:
        changed, timeline = recorded(beside(answer, entered), enter_all, paths, file)
    except TypeError as error:
        expect("pickle" not in str(error), f"under {method} start() failed: {error}. {CONNECT}")
        raise
    expect(not changed, "enter_all has changed the list of paths. Work on a copy.")
    notes = notes_of_children(timeline, "your own process counted lines. Let the children do it.")
    expect(
        FOREIGN not in [note.text for note in notes],
        f"under {method} a child used a connection that its parent had opened. {CONNECT}",
    )
    expect_each_once(notes, [path.name for path in paths], "path", "count_lines")
    found = [(path.name, path.read_bytes().count(b"\n")) for path in paths]
    rows = _rows(file)
    lost = [row for row in before if row not in rows]
    expect(
        not lost, f"under {method} rows that were there before are gone: {brief(lost)}. Only add."
    )
    expect(
        sorted(rows) == sorted(before + found),
        f"under {method}, besides those that were there, expected {brief(sorted(found))}, and "
        f"found {brief(sorted(rows)[:9])}. A row is the name, path.name, and the number of "
        "lines; without a commit it is lost.",
    )


def _rows(file: Path) -> list[tuple]:
    try:
        with closing(sqlite3.connect(file, timeout=1)) as database:
            return database.execute("SELECT name, lines FROM files").fetchall()
    except sqlite3.Error as error:
        raise Wrong(f"the database cannot be read afterwards: {error}.") from None
