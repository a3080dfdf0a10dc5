"""The judges of lesson 08."""

import json
import os
import tempfile
from pathlib import Path

from helpers.exercises.asking import Answer, Made
from helpers.exercises.experiments.lesson_08 import (
    with_a_free_lock,
    with_a_lock_of_others,
    with_an_error,
)
from helpers.exercises.judging import (
    Wrong,
    beside,
    brief,
    expect,
    function_of,
    recorded,
    recorded_within,
    start_by,
)
from helpers.exercises.programs import output_of, start_program


def ex08_visitors(answer: Answer) -> str:
    """Find the critical section, and protect it with a lock that every process is handed."""
    # Under fork a global lock would do; an answer shall be right on every system.
    start_by(answer, "spawn")
    visitors = 4
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "visitors.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"count": 0}, file)
        gate = Made("Barrier", visitors)
        recorded(function_of(answer, "count_visitors"), path, visitors, gate)
        try:
            with open(path, encoding="utf-8") as file:
                counted = json.load(file)["count"]
        except ValueError:
            raise Wrong(
                "the file is not JSON any more: two processes wrote at once. Hold one lock around "
                "reading and writing."
            ) from None
    expect(
        counted == visitors,
        f"{visitors} visitors came, and the file counts {counted}: updates were lost. All "
        "processes need the same lock, so hand it over as an argument; and it must be held from "
        "reading to writing.",
    )
    return "No visitor is lost: reading and writing belong together, under one lock for all."


def ex08_patience(answer: Answer) -> str:
    """Wait for a lock with a deadline, and let no exception leave it locked."""
    run_locked = function_of(answer, "run_locked")
    said, done, free = beside(answer, with_a_free_lock)(run_locked)
    expect(bool(done), "the lock was free, and the errand was not run. Call errand().")
    expect(done == [False], "the errand ran without the lock. Acquire it first.")
    expect(
        said is True,
        f"the lock was free and the errand was run: expected True, and got {said!r}.",
    )
    expect(free, "after the errand the lock was still locked. Release it.")
    came_through, free = beside(answer, with_an_error)(run_locked)
    expect(came_through, "an error in the errand was swallowed. Let it come through.")
    expect(
        free,
        "after an errand with an error the lock was still locked. "
        "Put release() into a finally: it runs whatever happens.",
    )
    said, done, free = beside(answer, with_a_lock_of_others)(run_locked)
    expect(not done, "somebody else held the lock, and the errand was run all the same.")
    expect(
        said is False,
        f"somebody else held the lock all the time: expected False, and got {said!r}. "
        "acquire(timeout=...) returns whether you got it.",
    )
    expect(not free, "the lock was somebody else's, and it has been released.")
    return "It waits as long as it may, and gives back what it took, whatever happens."


def ex08_points(answer: Answer) -> str:
    """Hold a lock for neither too long nor too short."""
    players = 3
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "points.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"points": 0}, file)
        gate = Made("Barrier", players)
        _, timeline = recorded(function_of(answer, "play"), path, players, gate)
        with open(path, encoding="utf-8") as file:
            text = file.read()
    said = [note.text for note in timeline.notes if note.pid != timeline.pid]
    expect(
        len(said) == players,
        f"{players} children should have earned points, once each, and {len(said)} did.",
    )
    expect(
        set(said) == {"earned in company"},
        "somebody earned points alone, while all others waited for the lock. Hold the lock only "
        "for the file, from reading to writing.",
    )
    expect(
        text == json.dumps({"points": 10 * players}),
        f"{players} players earned 10 points each, and the file says {brief(text)}: updates were "
        "lost. The lock must be held from reading to writing.",
    )
    return "The lock is held for the critical section, and all else goes on at the same time."


def ex08_transfer(answer: Answer) -> str:
    """Cure a deadlock, by ordering or by giving back."""
    hint = (
        "A deadlock: each holds a lock and waits for the other's. Let all take their locks in the "
        "same order, whoever pays."
    )
    transfer_both = function_of(answer, "transfer_both")
    _, timeline = recorded_within(7, hint, transfer_both, Made("Barrier", 2))
    said = [note.text for note in timeline.notes if note.pid != timeline.pid]
    expect(
        not any("without" in text for text in said),
        "somebody paid without holding the locks of both accounts.",
    )
    expect(
        sorted(said) == ["a pays b", "b pays a"],
        f"expected 'a pays b' and 'b pays a', once each, and there was {brief(sorted(said))}. "
        "Whoever gives a lock back has to try again.",
    )
    return "No circle, no deadlock."


def ex08_programs(answer: Path) -> str:
    """Choose a lock that programs can share which are not each other's children."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "visitors.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"count": 0}, file)
        for program in [start_program(answer, path) for _ in range(2)]:
            output_of(program, deadline=8)
        with open(path, encoding="utf-8") as file:
            text = file.read()
    expect(
        text == json.dumps({"count": 2}),
        f"two programs counted a visit each, and the file says {brief(text)}. A "
        "multiprocessing.Lock of each program is a lock of its own: take a file lock, whose name "
        "both know. It must be held from reading to writing.",
    )
    return "A lock with a name protects also from programs that you do not know."
