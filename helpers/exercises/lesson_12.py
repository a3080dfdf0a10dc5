"""The judges of lesson 12."""

from itertools import product

from helpers.exercises.asking import Answer
from helpers.exercises.experiments.lesson_12 import all_of
from helpers.exercises.judging import beside, brief, chance, expect, function_of
from helpers.exercises.lesson_12_locks import CHANGED, NAMES, ex12_again, ex12_transfer

__all__ = ["ex12_admit", "ex12_again", "ex12_diagnosis", "ex12_transfer"]

READER, WRITER = "reader", "writer"


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
    cases = [*CIRCLES, *(_drawn_waits() for _ in range(30)), *(_drawn_circle() for _ in range(10))]
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


def _drawn_circle() -> tuple[dict, dict, str]:
    """Draw a large circle, and some who wait for somebody in it."""
    names = chance.sample(NAMES, len(NAMES))
    size, locks = chance.randint(3, len(names)), chance.sample("KLMNOPQRS", len(names))
    holds = dict(zip(locks, names, strict=True))
    waits = {name: chance.choice(locks[:size]) for name in names[size:]}
    waits |= {names[n]: locks[(n + 1) % size] for n in range(size)}
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
