"""The judges of lesson 12."""

from itertools import product

from helpers.exercises.asking import Answer
from helpers.exercises.experiments.lesson_12 import all_admitted, open_bank, pauses_of_two, play
from helpers.exercises.judging import beside, brief, expect, function_of, recorded_within

READER, WRITER = "reader", "writer"


def ex12_diagnosis(answer: Answer) -> str:
    """Find the circle in a deadlock; recognise starvation."""
    circle = function_of(answer, "circle")
    for holds, waits, truth, because in [
        ({"L": "ada", "M": "bo"}, {"ada": "M"}, [], "bo waits for nobody, and will give M back."),
        ({}, {}, [], "Nobody holds or waits for anything."),
        ({"L": "ada"}, {"bo": "L", "cy": "N"}, [], "N is free: cy will get it."),
        ({"L": "ada"}, {"ada": "L"}, ["ada"], "ada waits for herself."),
        (
            {"L": "cy", "M": "ada", "N": "bo"},
            {"ada": "L", "bo": "M", "cy": "N"},
            ["ada", "cy", "bo"],
            "Each has to wait for the next: ada for cy, cy for bo, bo for ada.",
        ),
        (
            {"L": "ada", "M": "bo", "N": "cy", "O": "dee"},
            {"eve": "O", "dee": "L", "ada": "M", "bo": "N", "cy": "L"},
            ["ada", "bo", "cy"],
            "dee and eve wait for the circle, and are not part of it.",
        ),
    ]:
        said = circle(dict(holds), dict(waits))
        turned = [truth[n:] + truth[:n] for n in range(max(1, len(truth)))]
        expect(
            isinstance(said, list) and said in turned,
            f"holds={holds}, waits={waits}: expected {truth} or the same circle from another "
            f"beginning, and got {brief(said)}. {because}",
        )
    _expect_starved(answer)
    return "In a deadlock nobody goes on; in starvation all but somebody do."


def _expect_starved(answer: Answer) -> None:
    starved = function_of(answer, "starved")
    turns = ["cy", "ada", "bo", "ada", "bo", "ada", "bo", "ada", "bo"]
    for last, truth, because in [
        (4, ["cy", "dee"], "Who had a turn long ago may starve all the same."),
        (9, ["dee"], "All nine turns count, the first one too."),
        (1, ["ada", "cy", "dee"], "Only the last turn counts."),
        (20, ["dee"], "There were only nine turns."),
    ]:
        said = starved(list(turns), ["ada", "bo", "cy", "dee"], last)
        expect(
            isinstance(said, list) and sorted(map(str, said)) == truth,
            f"turns={turns}, last={last}: expected {truth}, in any order, and got {brief(said)}. "
            f"{because}",
        )


def ex12_admit(answer: Answer) -> str:
    """Cure starvation, by a queue for readers and writers."""
    rooms = [[], [READER], [READER] * 2, [WRITER]]
    queues = [list(queue) for size in range(5) for queue in product([READER, WRITER], repeat=size)]
    cases = [(queue, inside) for inside in rooms for queue in queues]
    said = beside(answer, all_admitted)(function_of(answer, "admit"), cases)
    for (queue, inside), number in zip(cases, said, strict=True):
        truth, because = _who_may(queue, inside)
        expect(
            isinstance(number, int) and number == truth,
            f"queue={queue}, inside={inside}: expected {truth}, and got {brief(number)}. {because}",
        )
    return "Readers together, a writer alone, and nobody is overtaken."


def _who_may(queue: list[str], inside: list[str]) -> tuple[int, str]:
    """Return how many may go in, and the reason."""
    if not queue:
        return 0, "Nobody waits."
    if WRITER in inside:
        return 0, "A writer is inside, and has to be alone."
    if queue[0] == WRITER:
        if inside:
            return 0, "The first one is a writer, who has to wait until all readers have left."
        return 1, "The room is empty, and the first one is a writer, who has to be alone."
    readers = queue.index(WRITER) if WRITER in queue else len(queue)
    after = " Those behind the writer would overtake him." if READER in queue[readers:] else ""
    return readers, f"Readers may be inside together, so all at the head of the queue go in.{after}"


def ex12_again(answer: Answer) -> str:
    """Give back and try again, without a livelock."""
    do_with_both = function_of(answer, "do_with_both")
    for busy in [0, 1, 3]:
        _expect_both(beside(answer, play)(do_with_both, busy), busy)
    seen = beside(answer, play)(do_with_both, 0, True)
    expect(seen["came through"], "an error in the errand was swallowed. Let it come through.")
    expect(
        seen["free"],
        "after an errand with an error a lock was still locked. with, or release() in a finally, "
        "gives it back whatever happens.",
    )
    one, other = beside(answer, pauses_of_two)(do_with_both, 8)
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
    return "It never waits with a lock in hand, and gets out of step."


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
    transfer_all = function_of(answer, "transfer_all")
    orders = [("dee", "eve"), ("cy", "ada"), ("ada", "bo"), ("bo", "cy")]
    hint = (
        "A deadlock: cy holds a lock and waits for ada, ada for bo, bo for cy. Let all take their "
        "locks in one order, whoever pays whom."
    )
    _, timeline = recorded_within(7, hint, beside(answer, open_bank), transfer_all, orders)
    notes = [note for note in timeline.notes if note.pid != timeline.pid]
    said = sorted(note.text for note in notes if note.text != "alone")
    expect(
        not any("without" in text for text in said),
        "an order was booked without holding the locks of both accounts.",
    )
    wanted = sorted(f"{source} pays {target}" for source, target in orders)
    expect(
        said == wanted and len({note.pid for note in notes}) == len(orders),
        f"expected {wanted}, once each, in processes of their own, and there was {brief(said)}. "
        "Whoever gives a lock back has to try again.",
    )
    expect(
        len(notes) == len(said),
        "an order waited for another one, with which it has no account in common. Start all before "
        "you wait for any; and one lock for everything is too much.",
    )
    hint = "ada pays to herself, and waits for a lock that she holds. Take it only once."
    _, timeline = recorded_within(
        4, hint, beside(answer, open_bank), transfer_all, [("ada", "ada")]
    )
    said = [note.text for note in timeline.notes if note.pid != timeline.pid]
    expect(
        said == ["ada pays ada"],
        f"ada was to pay to herself: expected ['ada pays ada'], and got {brief(said)}.",
    )
    return "No circle; and orders with nothing in common do not wait for each other."
