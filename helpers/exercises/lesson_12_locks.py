"""The judges of exercises of lesson 12 about two locks that are to be had together."""

from itertools import combinations

from helpers.exercises.asking import Answer
from helpers.exercises.experiments.lesson_12 import open_bank, pauses_of_four, play
from helpers.exercises.judging import (
    beside,
    brief,
    chance,
    expect,
    function_of,
    notes_of_children,
    recorded_within,
)
from helpers.exercises.notes import at_once

NAMES = ["ada", "bo", "cy", "dee", "eve", "fay", "gus"]
CHANGED = "{} has changed what it was handed. It belongs to somebody else: work on a copy."


def ex12_again(answer: Answer) -> str:
    """Give back and try again, without a livelock."""
    do_with_both = function_of(answer, "do_with_both")
    for busy in [0, 1, chance.randint(40, 60)]:
        _expect_both(beside(answer, play)(do_with_both, busy), busy)
    for busy in [0, chance.randint(1, 5)]:
        seen = beside(answer, play)(do_with_both, busy, fail=True)
        expect(seen["came through"], "an error in the errand was swallowed. Let it come through.")
        expect(
            seen["free"],
            "after an errand with an error a lock was still locked. with, or release() in a "
            "finally, gives it back whatever happens.",
        )
    _expect_refused(beside(answer, play)(do_with_both, 0, refused=chance.randint(1, 3)))
    pauses = beside(answer, pauses_of_four)(do_with_both, 8)
    for one, other in combinations(pauses, 2):
        _expect_random(one, other)
    return "It never waits with a lock in hand, and gets out of step."


def _expect_refused(seen: dict) -> None:
    """Look at a play in which others had even the first lock, for somebody who only asks."""
    expect(
        seen["errands"] == [True] and seen["free"],
        "others had even the first of the two locks, so that acquire() returned False. Then there "
        "is no lock in hand: look at what acquire() returns, and try again."
        + (" The errand was run without both." if False in seen["errands"] else ""),
    )


def _expect_random(one: list, other: list) -> None:
    """Look at the pauses of two processes."""
    expect(
        len(set(one)) > 1,
        f"the pauses were {brief(one)}. If all make pauses of the same length, they meet again "
        "after each: a livelock. Let the length be random.",
    )
    expect(
        one != other,
        f"two processes made the same pauses, {brief(one)}. So they stay in step: a livelock. Let "
        "the length be random, and in each process another one.",
    )


def _expect_both(seen: dict, busy: int) -> None:
    """Look at a play in which others had one of the locks for so many tries."""
    expect(
        not seen["waits"],
        "it waited for a lock, for more than a moment, with the other one in hand: somebody who "
        "wants them in the other order would wait for it, too. acquire(block=False) only asks.",
    )
    expect(
        not seen["holding"],
        "it made a pause with a lock in hand, and kept the others waiting meanwhile. First give "
        "it back.",
    )
    expect(
        len(seen["pauses"]) >= seen["in vain"] and all(each >= 0 for each in seen["pauses"]),
        f"{seen['in vain']} tries were in vain, and it made {len(seen['pauses'])} pauses. After "
        "each try in vain call pause(seconds), with some time above 0.",
    )
    expect(
        seen["errands"] == [True],
        f"others had one of the locks for {busy} tries. Then the errand should have been run once, "
        f"with both locks held; it was run {len(seen['errands'])} times"
        + (", without both." if False in seen["errands"] else "."),
    )
    expect(seen["free"], "after the errand a lock was still locked. Release both.")
    expect(
        seen["said"] == seen["in vain"] + 1,
        f"{seen['in vain']} tries were in vain, and then one was not: expected "
        f"{seen['in vain'] + 1}, and got {brief(seen['said'])}.",
    )


def ex12_transfer(answer: Answer) -> str:
    """Take away one thing that a deadlock needs, at a low price."""
    one, two, three, four, five = chance.sample(NAMES, 5)
    orders = [(four, five), (one, two), (two, three), (three, one)]
    chance.shuffle(orders)
    hint = (
        f"A deadlock: each of {one}, {two} and {three} is to pay the next one, holds a lock, and "
        "waits for the next. Let all take their locks in one order, whoever pays whom."
    )
    notes = _carried_out(6, hint, answer, orders)
    alone = [note.text for note in notes if note.text.startswith("alone")]
    expect(
        not alone,
        "an order waited for another one, with which it has no account in common. Start all before "
        "you wait for any; and one lock for everything is too much.",
        timed="alone" not in alone and at_once(answer.crew) > 1,
    )
    hint = f"{one} pays to {one}, and waits for a lock that {one} holds. Take it only once."
    _carried_out(4.5, hint, answer, [(one, one), (one, one)])
    return "No circle; and orders with nothing in common do not wait for each other."


def _carried_out(seconds: float, hint: str, answer: Answer, orders: list[tuple]) -> list:
    """Have orders carried out, and return the notes of those who did."""
    transfer_all = function_of(answer, "transfer_all")
    changed, timeline = recorded_within(
        seconds, hint, beside(answer, open_bank), transfer_all, orders
    )
    notes = [note for note in timeline.notes if note.pid != timeline.pid]
    booked = [note for note in notes if not note.text.startswith("alone")]
    said = sorted(note.text for note in booked)
    notes_of_children(
        timeline,
        "an order was booked in your own process. Each is carried out in a child of its own.",
    )
    expect(
        not any("without" in text for text in said),
        "an order was booked without holding the locks of both accounts.",
    )
    wanted = sorted(f"{source} pays {target}" for source, target in orders)
    missing = [text for text in wanted if text not in said]
    expect(
        not missing,
        f"expected {wanted}, and {', '.join(missing)} is missing. An account may pay to itself, "
        "too; and whoever gives a lock back has to try again.",
    )
    expect(
        said == wanted and len({note.pid for note in booked}) == len(orders),
        f"expected {wanted}, once each, in processes of their own, and there was {brief(said)}, in "
        f"{len({note.pid for note in booked})} processes.",
    )
    expect(not changed, CHANGED.format("transfer_all"))
    return notes
