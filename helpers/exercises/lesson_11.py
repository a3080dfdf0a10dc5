"""The judges of lesson 11."""

import re

from helpers.exercises.asking import Answer
from helpers.exercises.experiments.lesson_11 import fetched, played, seen_of
from helpers.exercises.judging import (
    beside,
    brief,
    chance,
    expect,
    function_of,
    recorded,
    recorded_within,
)
from helpers.exercises.review import Wrong, expect_no_error

NAMES = ["ada", "bo", "cy", "dee", "eve", "fay", "gus"]
CHANGED = "it has changed what it was handed, which belongs to somebody else."


def ex11_downloads(answer: Answer) -> str:
    """Limit how many processes use something at a time, with a semaphore."""
    _expect_fetched(answer, chance.sample(NAMES, 4), limit=2, fails=1)
    _expect_fetched(answer, chance.sample(NAMES, 2), limit=1, fails=-1)
    return "Never more than the limit, and never fewer while somebody waits."


def _expect_fetched(answer: Answer, names: list[str], limit: int, fails: int) -> None:
    fetch_all = function_of(answer, "fetch_all")
    fetch = beside(answer, fetched, codes=(0, 1))
    changed, timeline = recorded(fetch, fetch_all, names, limit, fails)
    expect_no_error([life for life in answer.crew if not _has_hung_up(life.error)])
    failed = [life.name for life in answer.crew if life.code == 1]
    expect(
        len(failed) <= (fails >= 0),
        f"{', '.join(failed)} ended with exit code 1, and only one download has failed.",
    )
    notes = [note for note in timeline.notes if note.pid != timeline.pid]
    done = [note for note in notes if note.text.endswith("downloaded")]
    who = sorted(note.text.split()[0] for note in done)
    expect(
        who == sorted(names) and len({note.pid for note in done}) == len(names),
        f"{', '.join(names)} should have been downloaded, once each, each in a process of its own; "
        f"downloaded were {brief(who)}, in {len({note.pid for note in done})} processes.",
    )
    most = max(int(note.text.split()[0]) for note in notes if note.text.endswith("inside"))
    expect(
        most <= limit,
        f"no more than {limit} at once were allowed, and {most} were inside. All need the same "
        "Semaphore(limit): make one, and hand it over.",
    )
    for note in notes:
        if found := re.match(r"in vain after (\d+)", note.text):
            raise Wrong(_in_vain(limit, fails, int(found[1])), timed="late" in note.text)
    expect(not changed, CHANGED)


def _has_hung_up(error: tuple | None) -> bool:
    return bool(error) and error[:2] == ("ConnectionError", "the server has hung up")


def _in_vain(limit: int, fails: int, turn: int) -> str:
    """Say why a place was free for 2.5 seconds after so many downloads had ended."""
    if turn == 0:
        return (
            f"{limit} at once were allowed, and there were fewer inside, though others waited. "
            "A lock lets only one in. Start all of them, and wait for them afterwards."
        )
    if turn == fails + 1:
        return (
            "one of the downloads failed, and nobody came in its place: a place must be given "
            "back all the same, so use with."
        )
    return (
        f"{limit} at once were allowed; one had ended, and nobody came in its place as long as "
        "another one went on. Whoever waits goes in as soon as there is a place, and not when a "
        "whole group is done."
    )


def ex11_rounds(answer: Answer) -> str:
    """Keep processes in step, with a barrier."""
    for players, rounds in [(3, 3), (2, chance.randint(1, 2))]:
        names = chance.sample(NAMES, players)
        slow = [*chance.sample(range(players), 2)][: rounds - 1]
        seats = dict(zip(names, chance.sample(range(players), players), strict=True))
        _expect_in_step(answer, seats, rounds, slow)
    return "Nobody is a round ahead, in none of the rounds."


def _expect_in_step(answer: Answer, seats: dict[str, int], rounds: int, slow: list[int]) -> None:
    hint = (
        f"There were {len(seats)} players, and {rounds} rounds. Somebody waits for more players "
        "than there are, or at a barrier of one's own. Make one Barrier(len(seats)), and "
        "hand it to all."
    )
    play = beside(answer, played)
    changed, timeline = recorded_within(
        6, hint, play, function_of(answer, "play_all"), seats, rounds, slow
    )
    said = [note.text for note in timeline.notes if note.pid != timeline.pid]
    ahead = [text for text in said if "began" in text]
    rounds_played = sorted(text for text in said if "began" not in text)
    wanted = sorted(f"{name} round {number}" for name in seats for number in range(rounds))
    wrong = [text for text in rounds_played if text not in wanted] or rounds_played
    expect(
        rounds_played == wanted,
        f"each of {', '.join(seats)} should play {rounds} rounds, from 0 on, in a child, and there "
        f"was {brief(wrong)}.",
    )
    expect(
        not ahead,
        f"{''.join(ahead[:1])}. After each round all have to wait for each other: a Barrier does "
        "it every time, an Event only once.",
    )
    expect(not changed, CHANGED)


def ex11_take(answer: Answer) -> str:
    """Wait for a state of affairs with a condition, in a loop."""
    take = function_of(answer, "take")
    seen, timeline = recorded(beside(answer, seen_of, may=("leave",)), take)
    expect(
        not seen["asleep"] and not seen["late"],
        "there were three plates, and somebody who wanted one went to sleep, or did not come to an "
        "end. Look first, and wait only if there is none.",
        timed=not seen["asleep"],
    )
    expect(
        not any(note.text == "without the lock" for note in timeline.notes),
        "a plate was taken without the lock of changed. Others come in between.",
    )
    expect(
        seen["of three"] == 2,
        f"there were three plates, one was to be taken, and {seen['of three']} are left.",
    )
    expect(
        seen["slept"],
        "there was no plate, and two processes should have slept in changed.wait(timeout=60) or "
        "wait_for, under the lock. Looking again and again is no waiting.",
        timed=seen["begun"] < 3,
    )
    expect(
        seen["first"] >= 0,
        "there was one plate for two, and both took it. Who wakes up has to look again: while "
        "instead of if, or wait_for; and to keep the lock from looking to taking.",
    )
    expect(
        not seen["stuck"],
        f"two plates came for two processes; {seen['left']} are left, and {seen['stuck']} still "
        "waited.",
        timed=True,
    )
    expect(
        seen["left"] == 0,
        f"two plates came for two processes; {seen['left']} are left. Whose time-out is over has "
        "no plate yet: look again.",
    )
    return "Waking up is a reason to look, and not yet a plate."
