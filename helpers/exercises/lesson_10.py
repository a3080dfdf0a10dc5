"""The judges of lesson 10."""

from helpers.exercises.asking import Answer
from helpers.exercises.experiments.lesson_10 import blocks_of, last_doubled, visits
from helpers.exercises.judging import beside, brief, expect, function_of, recorded


def ex10_places(answer: Answer) -> str:
    """Share an array, in which each process writes into places of its own."""
    numbers = [2, 3, 5, 7]
    said, timeline = recorded(function_of(answer, "square_all"), numbers)
    children = {note.pid for note in timeline.notes} - {timeline.pid}
    expect(
        len(timeline.notes) == len(children) == len(numbers),
        f"each of the {len(numbers)} numbers should be squared once, in a child of its own, and "
        f"{len(children)} children squared.",
    )
    expect(
        said == [number * number for number in numbers],
        f"expected the list [4, 9, 25, 49], and got {brief(said)}. A plain list arrives as a copy; "
        "take an Array of integers, hand it over, and make a list of it at the end.",
    )
    return "The array is one and the same for all; each writes where nobody else does."


def ex10_total(answer: Answer) -> str:
    """Find the race in += 1 on a shared number, and protect it."""
    visitors = 3
    exit_codes, total = beside(answer, visits)(function_of(answer, "visit"), visitors)
    expect(
        set(exit_codes) == {0},
        "a child ended with an error. A shared number has .value, and .get_lock().",
    )
    expect(
        total == visitors,
        f"{visitors} visitors came, and the total is {total}. += reads, adds and writes, and "
        "others come in between: do it while you hold total.get_lock().",
    )
    return "Reading, adding and writing belong together, under the lock that the number brings."


def ex10_rows(answer: Answer) -> str:
    """Let processes work on one NumPy array without copying it; leave no block behind."""
    double_rows = function_of(answer, "double_rows")
    (made, left), timeline = recorded(beside(answer, blocks_of), double_rows, 6, 3)
    expect(
        len({note.pid for note in timeline.notes} - {timeline.pid}) == len(timeline.notes) == 3,
        f"three children should have called double(), once each, and there were "
        f"{len(timeline.notes)} calls. Did a child meet an error? It must find the block by name.",
    )
    expect(bool(made), "no SharedMemory was made. Make one, and hand over its name.")
    expect(
        not left,
        "the block of shared memory is still there. After close() the one that made it calls "
        "unlink(), best in a finally.",
    )
    said, shape, rows = beside(answer, last_doubled)()
    expect(
        shape == (6, 2),
        f"expected an array of the same shape, and got {brief(said)}.",
    )
    expect(
        rows == [[4.0 * row, 4.0 * row + 2] for row in range(6)],
        f"expected every number doubled, once, and the first row is now {brief(rows[0])} "
        f"and the last {brief(rows[-1])}. Does each child take rows of its own? Does it "
        "work on the block, or on a copy of it?",
    )
    return "All worked on the same memory, and it was given back."


def ex10_wardrobe(answer: Answer) -> str:
    """Share a dictionary of lists through a manager, and avoid its trap."""
    things = [("coats", "red"), ("hats", "straw"), ("coats", "blue")]
    said, timeline = recorded(function_of(answer, "fill"), things)
    carried = sorted(note.text for note in timeline.notes if note.pid != timeline.pid)
    expect(
        carried == ["blue", "red", "straw"],
        f"each thing should be carried once, by a child, and children carried {brief(carried)}.",
    )
    expect(
        isinstance(said, dict) and all(isinstance(things, list) for things in said.values()),
        f"expected a plain dictionary of lists, and got {brief(said)}. What a manager holds ends "
        "with it: make plain ones while it is there.",
    )
    expect(
        {kind: sorted(things) for kind, things in said.items()}
        == {"coats": ["blue", "red"], "hats": ["straw"]},
        f"expected two coats and a hat, and got {brief(said)}. wardrobe[kind] gives you a copy of "
        "the list; assign the changed one, or put a managed list there.",
    )
    return "A managed dictionary notices what is assigned, and not what is done to a copy."


def ex10_cheapest(answer: Answer) -> str:
    """Choose a mechanism by what each costs, for each message and for each MB."""
    quickest = function_of(answer, "quickest")
    costs = {"queue": (0.0001, 0.002), "manager": (0.0005, 0.003), "shared": (0.01, 0.0)}
    for messages, megabytes, truth, because in [
        (1, 0.001, "queue", "A small message pays for the message, hardly for its bytes."),
        (1, 100.0, "shared", "A large one pays for its bytes."),
        (1000, 0.01, "queue", "Each of the thousand messages pays again."),
        (10, 4.9, "queue", "Ten messages: 10 times 0.0099 s against 10 times 0.01 s."),
        (10, 5.1, "shared", "Ten messages: 10 times 0.0103 s against 10 times 0.01 s."),
    ]:
        said = quickest(costs, messages, megabytes)
        expect(
            said == truth,
            f"{messages} messages of {megabytes:g} MB: expected {truth!r}, and got {brief(said)}. "
            f"{because}",
        )
    said = quickest({"pipe": (0.002, 0.0), "block": (0.0, 0.001)}, 100, 0.5)
    expect(
        said == "block",
        f"a pipe for 0.002 s a message, a block for 0.001 s a MB, 100 messages of 0.5 MB: expected "
        f"'block', and got {brief(said)}. The bytes are those of all messages, and so is the rest.",
    )
    return "What is quickest depends on how much there is to carry, and how often."
