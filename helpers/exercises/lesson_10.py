"""The judges of lesson 10."""

from ctypes import c_int32

from helpers.exercises.asking import Answer
from helpers.exercises.experiments.lesson_10 import all_quickest, squares_of
from helpers.exercises.gatekeeper import gate_for
from helpers.exercises.judging import (
    beside,
    brief,
    chance,
    expect,
    function_of,
    notes_of_children,
    recorded,
)
from helpers.exercises.lesson_10_rows import ex10_rows
from helpers.exercises.lesson_10_wardrobe import ex10_wardrobe

__all__ = ["ex10_cheapest", "ex10_places", "ex10_rows", "ex10_total", "ex10_wardrobe"]


def ex10_places(answer: Answer) -> str:
    """Share an array, in which each process writes into places of its own."""
    # An odd square of more than 53 bits is no float; and it has more than 32, but fewer than 64.
    small, large = chance.randint(2, 9), 2 * chance.randint(10**8, 10**9) + 1
    numbers = [small, *chance.sample([small, large], 2), chance.choice([0, -1])]
    square_all = function_of(answer, "square_all")
    with gate_for(len(numbers)):
        seen, timeline = recorded(beside(answer, squares_of), square_all, numbers)
    squared = [note for note in timeline.notes if note.text.startswith("squared")]
    children = {note.pid for note in squared} - {timeline.pid}
    expect(
        len(squared) == len(children) == len(numbers),
        f"each of the numbers {numbers} should be squared once, by square(), in a child of its "
        f"own; square() was called {len(squared)} times, in {len(children)} children.",
    )
    _expect_squares(seen["said"], numbers)
    notes_of_children(
        timeline,
        "the squares were computed in your own process, once more. Bring back what square() "
        "returns in the children: each writes it into its place of an Array.",
    )
    expect(
        not seen["changed"],
        "it has changed the list that it was handed. It belongs to somebody else.",
    )
    expect(
        not seen["queue"],
        "the squares came back through a queue (a pool has one, too). Here let each child write "
        "into its place of an Array.",
    )
    said = beside(answer, squares_of)(square_all, [])["said"]
    expect(said == [], f"there were no numbers: expected [], and got {brief(said)}.")
    return "The array is one and the same for all; each writes where nobody else does."


def _expect_squares(said: object, numbers: list[int]) -> None:
    squares = [number * number for number in numbers]
    asked = f"numbers={numbers}: expected the list {squares}, and got {brief(said)}"
    expect(
        isinstance(said, list) and len(said) == len(squares) and any(said),
        f"{asked}. A plain list arrives as a copy; take an Array of integers, hand it over, and "
        "make a list of it at the end.",
    )
    wrong = [(is_, due) for is_, due in zip(said, squares, strict=True) if is_ != due]
    expect(
        not any(isinstance(each, float) for each in said),
        f"{asked}. The places hold numbers with a point, which keep 15 digits; 'q' is for whole "
        "ones.",
    )
    expect(
        not wrong or any(is_ != c_int32(due).value for is_, due in wrong),
        f"{asked}. A place of an Array('i') has 4 bytes, and holds numbers below 2**31; 'q' has 8.",
    )
    expect(
        not wrong or sorted(map(str, said)) != sorted(map(str, squares)),
        f"{asked}: the right squares, in wrong places. The place of a number is where it stands "
        "in the list.",
    )
    expect(
        not wrong,
        f"{asked}. Has each number a place of its own, also if there are two that are equal?",
    )


def ex10_total(answer: Answer) -> str:
    """Find the race in += 1 on a shared number, and protect it."""
    from helpers.exercises.experiments.lesson_10_total import visits

    start, visitors = chance.randint(5, 50), chance.randint(2, 3)
    visit = function_of(answer, "visit")
    seen = beside(answer, visits, may=("leave",))(visit, start, visitors)
    expect(
        not seen["kept"],
        "when visit() had returned, the lock was still held, and the next visitor waits for ever. "
        "with total.get_lock(): gives it back.",
    )
    expect(
        not seen["stuck"],
        "visit() had not returned after 5 seconds. What does it wait for?",
        timed=True,
    )
    total, others = seen["total"], seen["others"]
    due = start + visitors + others
    expect(
        total == due or not others,
        f"the total was {start}, visit() was called {visitors} times, and {others} other visitors "
        f"came in between; it should be {due}, and is {total}. += reads, adds and writes, and "
        "others come in between: do it while you hold total.get_lock().",
    )
    expect(
        total == due,
        f"the total was {start}, visit() was called {visitors} times, and it is {total} now. Each "
        "visit adds one to what is there.",
    )
    return "Reading, adding and writing belong together, under the lock that the number brings."


COSTS = {"queue": (0.0001, 0.002), "manager": (0.0005, 0.003), "shared": (0.01, 0.0)}
CASES = [
    (1, 0.001, "queue", "A small message pays for the message, hardly for its bytes."),
    (1, 100.0, "shared", "A large one pays for its bytes."),
    (1000, 0.01, "queue", "Each of the thousand messages pays again."),
    (10, 4.9, "queue", "Ten messages: 10 times 0.0099 s against 10 times 0.01 s."),
    (10, 5.1, "shared", "Ten messages: 10 times 0.0103 s against 10 times 0.01 s."),
]
ALL = "The bytes are those of all messages, and so is the rest."


def ex10_cheapest(answer: Answer) -> str:
    """Choose a mechanism by what each costs, for each message and for each MB."""
    cases = [(COSTS, *case) for case in CASES]
    pair = {"pipe": (0.002, 0.0), "block": (0.0, 0.001)}
    cases.append((pair, 100, 0.5, "block", ALL))
    cases += [_drawn() for _ in range(30)]
    handed = [case[:3] for case in cases]
    said = beside(answer, all_quickest)(function_of(answer, "quickest"), handed)
    for (costs, messages, megabytes, truth, because), name in zip(cases, said, strict=True):
        expect(
            name == truth,
            f"costs={costs}, {messages} messages of {megabytes:g} MB: expected {truth!r}, and got "
            f"{brief(name)}. {because}",
        )
    return "What is quickest depends on how much there is to carry, and how often."


def _drawn() -> tuple[dict, int, float, str, str]:
    """Draw costs, messages and megabytes, of which one way is clearly the quickest."""
    names = chance.sample(["queue", "pipe", "manager", "block", "file", "pigeon"], 3)
    costs = {name: (chance.randint(1, 999) / 1e5, chance.randint(0, 999) / 1e5) for name in names}
    messages, megabytes = chance.randint(1, 999), chance.choice([0, 0.01, 0.5, 1, 2, 20])
    seconds = {name: messages * (each + megabytes * per) for name, (each, per) in costs.items()}
    first, second, _ = sorted(seconds, key=seconds.get)
    clear = seconds[second] > 1.01 * seconds[first]
    return (costs, messages, megabytes, first, ALL) if clear else _drawn()
