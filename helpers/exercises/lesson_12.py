"""The judges of lesson 12."""

from itertools import product

from helpers.exercises.asking import Answer
from helpers.exercises.experiments.lesson_12 import all_of, open_bank, pauses_of_two, play
from helpers.exercises.judging import beside, brief, chance, expect, function_of, recorded_within

READER, WRITER = "reader", "writer"
NAMES = ["ada", "bo", "cy", "dee", "eve", "fay", "gus"]
CHANGED = "{} has changed what it was handed. It belongs to somebody else: work on a copy."


CIRCLES = [
    ({"L": "ada", "M": "bo"}, {"ada": "M"}, "bo waits for nobody, and will give M back."),
    ({}, {}, "Nobody holds or waits for anything."),
    ({"L": "ada"}, {"bo": "L", "cy": "N"}, "N is free: cy will get it."),
    ({"L": "ada"}, {"ada": "L"}, "ada waits for herself."),
    (
        {"L": "cy", "M": "ada", "N": "bo"},
        {"ada": "L", "bo": "M", "cy": "N"},
        "Each has to wait for the next: ada for cy, cy for bo, bo for ada.",
    ),
    (
        {"L": "ada", "M": "bo", "N": "cy", "O": "dee"},
        {"eve": "O", "dee": "L", "ada": "M", "bo": "N", "cy": "L"},
        "dee and eve wait for the circle, and are not part of it.",
    ),
]


def ex12_diagnosis(answer: Answer) -> str:
    """Find the circle in a deadlock; recognise starvation."""
    cases = [*CIRCLES, *(_drawn_waits() for _ in range(40))]
    handed = [case[:2] for case in cases]
    found, changed = beside(answer, all_of)(function_of(answer, "circle"), handed)
    for (holds, waits, because), said in zip(cases, found, strict=True):
        truth = _circle(holds, waits)
        expect(
            isinstance(said, list) and (_is_circle(said, holds, waits) if truth else said == []),
            f"holds={holds}, waits={waits}: expected {truth}"
            + " or the same circle from another beginning" * bool(truth)
            + f", and got {brief(said)}. {because}",
        )
    expect(not changed, CHANGED.format("circle"))
    _expect_starved(answer)
    return "In a deadlock nobody goes on; in starvation all but somebody do."


def _circle(holds: dict, waits: dict) -> list[str]:
    """Find a circle: who comes back to where one began is part of it."""
    for start in waits:
        path = [start]
        while (after := holds.get(waits.get(path[-1]))) and after not in path:
            path.append(after)
        if after == start:
            return path
    return []


def _is_circle(said: list, holds: dict, waits: dict) -> bool:
    """Say whether each waits for the next, the last one for the first, and none is there twice."""
    pairs = zip(said, [*said[1:], *said[:1]], strict=True)
    names = [name for name in said if isinstance(name, str)]
    return len({*names}) == len(said) > 0 and all(
        waits.get(one) in holds and holds[waits[one]] == other for one, other in pairs
    )


def _drawn_waits() -> tuple[dict, dict, str]:
    """Draw who holds which locks, and who waits for which one."""
    names = chance.sample(NAMES, chance.randint(2, len(NAMES)))
    locks = chance.sample("KLMNOPQRS", len(names) + 1)
    holds = {lock: chance.choice(names) for lock in locks if chance.random() < 0.8}
    waits = {name: chance.choice(locks) for name in names if chance.random() < 0.9}
    return holds, waits, "Follow from each process to the one that has what it waits for."


def _expect_starved(answer: Answer) -> None:
    turns = ["cy", "ada", "bo", "ada", "bo", "ada", "bo", "ada", "bo"]
    cases = [
        (turns, NAMES[:4], 4, "Who had a turn long ago may starve all the same."),
        (turns, NAMES[:4], 9, "All nine turns count, the first one too."),
        (turns, NAMES[:4], 1, "Only the last turn counts."),
        (turns, NAMES[:4], 20, "There were only nine turns."),
        ([], NAMES[:2], 3, "Nobody had a turn."),
    ]
    for _ in range(20):
        names = chance.sample(NAMES, chance.randint(1, len(NAMES)))
        drawn = chance.choices(names, k=chance.randint(1, 9))
        cases.append((drawn, names, chance.randint(1, 9), "Only the last turns count."))
    handed = [case[:3] for case in cases]
    found, changed = beside(answer, all_of)(function_of(answer, "starved"), handed)
    for (turns, names, last, because), said in zip(cases, found, strict=True):
        truth = sorted({*names} - {*turns[-last:]})
        expect(
            isinstance(said, list) and sorted(map(str, said)) == truth,
            f"turns={turns}, names={names}, last={last}: expected {truth}, in any order, and got "
            f"{brief(said)}. {because}",
        )
    expect(not changed, CHANGED.format("starved"))


def ex12_admit(answer: Answer) -> str:
    """Cure starvation, by a queue for readers and writers."""
    rooms = [[], [READER], [READER] * 2, [READER] * 7, [WRITER]]
    queues = [list(queue) for size in range(5) for queue in product([READER, WRITER], repeat=size)]
    for _ in range(5):
        queues.append([READER] * chance.randint(5, 40) + chance.choices([READER, WRITER], k=9))
    cases = [(queue, inside) for inside in rooms for queue in queues]
    said, changed = beside(answer, all_of)(function_of(answer, "admit"), cases)
    for (queue, inside), number in zip(cases, said, strict=True):
        truth, because = _who_may(queue, inside)
        expect(
            isinstance(number, int) and number == truth,
            f"queue={queue}, inside={inside}: expected {truth}, and got {brief(number)}. {because}",
        )
    expect(not changed, CHANGED.format("admit"))
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
    for busy in [0, 1, chance.randint(12, 40)]:
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
    _expect_random(*beside(answer, pauses_of_two)(do_with_both, 8))
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
    expect(
        "alone" not in [note.text for note in notes],
        "an order waited for another one, with which it has no account in common. Start all before "
        "you wait for any; and one lock for everything is too much.",
        timed=True,
    )
    hint = f"{one} pays to {one}, and waits for a lock that {one} holds. Take it only once."
    _carried_out(4, hint, answer, [(one, one), (two, three), (two, three)])
    return "No circle; and orders with nothing in common do not wait for each other."


def _carried_out(seconds: float, hint: str, answer: Answer, orders: list[tuple]) -> list:
    """Have orders carried out, and return the notes of those who did."""
    transfer_all = function_of(answer, "transfer_all")
    changed, timeline = recorded_within(seconds, hint, beside(answer, open_bank), transfer_all, orders)
    notes = [note for note in timeline.notes if note.pid != timeline.pid]
    booked = [note for note in notes if note.text != "alone"]
    said = sorted(note.text for note in booked)
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
