"""The judges of lesson 11."""

from helpers.exercises.asking import Answer, Made
from helpers.exercises.experiments.lesson_11 import seen_of
from helpers.exercises.judging import (
    beside,
    brief,
    expect,
    function_of,
    recorded,
    recorded_within,
)


def ex11_downloads(answer: Answer) -> str:
    """Limit how many processes use something at a time, with a semaphore."""
    names, limit = ["ada", "bo", "cy", "dee"], 2
    server = (Made("Array", "i", 2), Made("Barrier", limit))
    _, timeline = recorded(function_of(answer, "fetch_all", codes=(0, 1)), names, limit, server)
    said = [note.text for note in timeline.notes if note.pid != timeline.pid]
    done = [text for text in said if not text.endswith("inside")]
    expect(
        sorted(text.split()[0] for text in done) == names,
        f"{', '.join(names)} should have been downloaded, once each, in processes of their own; "
        f"there was {brief(sorted(done))}.",
    )
    most = max(int(text.split()[0]) for text in said if text.endswith("inside"))
    expect(
        most <= limit,
        f"no more than {limit} at once were allowed, and {most} were inside. All need the same "
        "Semaphore(limit): make one, and hand it over.",
    )
    expect(
        all(text.endswith("in company") for text in done),
        f"{limit} at once were allowed, and somebody downloaded alone. A lock lets only one in. "
        "And one of the downloads fails: its place must be given back all the same, so use with.",
    )
    return "Never more than the limit, and never fewer while somebody waits."


def ex11_rounds(answer: Answer) -> str:
    """Keep processes in step, with a barrier."""
    names, rounds = ["ada", "bo", "cy"], 3
    table = (Made("Barrier", len(names)), Made("Array", "i", [-1] * len(names)))
    seats = {name: seat for seat, name in enumerate(names)}
    hint = (
        "Somebody waits for more players than there are, or at a barrier of his own. Make one "
        "Barrier(len(seats)), and hand it to all."
    )
    play_all = function_of(answer, "play_all")
    _, timeline = recorded_within(7, hint, play_all, seats, rounds, table)
    said = [note.text for note in timeline.notes if note.pid != timeline.pid]
    expect(
        not any("ahead" in text for text in said),
        "somebody was in a later round while ada still played hers. After each round all have to "
        "wait for each other: a Barrier does it every time, an Event only once.",
    )
    wanted = sorted(f"{name} round {number}" for name in names for number in range(rounds))
    expect(
        sorted(said) == wanted,
        f"each of {', '.join(names)} should play {rounds} rounds, from 0 on, and there was "
        f"{brief(sorted(said))}.",
    )
    return "Nobody is a round ahead, in none of the rounds."


def ex11_take(answer: Answer) -> str:
    """Wait for a state of affairs with a condition, in a loop."""
    slept, left, exit_codes = beside(answer, seen_of, may=("leave",))(function_of(answer, "take"))
    expect(
        slept,
        "there was no plate, and two processes should have slept in changed.wait(timeout=60) or "
        "wait_for, under the lock. Looking again and again is no waiting.",
    )
    expect(
        min(left) >= 0,
        "there was one plate, both woke up, and both took it. Who wakes up has to look again: "
        "while instead of if, or wait_for.",
    )
    expect(
        exit_codes == [0, 0] and left[-1] == 0,
        f"two plates came for two processes; {left[-1]} are left, and the exit codes are "
        f"{exit_codes}.",
    )
    return "Waking up is a reason to look, and not yet a plate."
