"""The judge of an exercise of lesson 10: an array in a block of shared memory."""

from collections import Counter

from helpers.exercises.asking import Answer
from helpers.exercises.judging import (
    Wrong,
    beside,
    brief,
    chance,
    expect,
    function_of,
    notes_of_children,
    recorded,
)

GONE = (
    " The block was gone when the child looked for it. unlink() is for one of them, when all "
    "children have been joined."
)


def ex10_rows(answer: Answer) -> str:
    """Let processes work on one NumPy array without copying it; leave no block behind."""
    from helpers.exercises.experiments.lesson_10_rows import doubled

    processes, first = chance.randint(2, 3), chance.randint(1, 99) + 0.25  # no whole number
    shape = (
        processes * chance.randint(2, 4) + chance.randint(1, processes - 1),
        chance.randint(2, 4),
    )
    double_rows = function_of(answer, "double_rows")
    try:
        seen, timeline = recorded(beside(answer, doubled), double_rows, first, shape, processes)
    except Wrong as wrong:
        gone = "FileNotFoundError" in str(wrong)
        raise Wrong(f"{wrong}{GONE if gone else ''}", wrong.timed) from None
    notes = [note for note in timeline.notes if note.pid != timeline.pid]
    sizes = Counter()
    for note in notes:
        if note.text.startswith("doubled"):
            sizes[note.pid] += int(note.text.split()[1]) if note.text[8:].isdigit() else 1
    expect(
        len(sizes) == processes and all(sizes.values()),
        f"{shape[0]} rows for {processes} processes: {processes} children should have called "
        f"double(), each for rows of its own, and {len(+sizes)} did. Did a child meet an error? "
        "It must find the block by name.",
    )
    expect(seen["made"], "no SharedMemory was made. Make one, and hand over its name.")
    expect(
        not seen["left"],
        "the block of shared memory is still there. After close() the one that made it calls "
        "unlink(), best in a finally.",
    )
    expect(
        "in block" not in seen,
        "the array that was returned still lies in the block, which is gone: it is an array that "
        "outlives its block, and the next look at it crashes Python. Return a copy() of it.",
    )
    _expect_doubled(seen, first, shape)
    expect(
        not any(note.text == "doubled a copy" for note in notes),
        "a child has copied the whole array, to double a part of it. Let double() have the rows "
        "where they are: array[first:last] is a view of them, and no copy.",
    )
    notes_of_children(
        timeline,
        "the numbers were doubled in your own process. The children's work is to be returned.",
    )
    return "All worked on the same memory, and it was given back."


def _expect_doubled(seen: dict, first: int, shape: tuple[int, int]) -> None:
    columns = shape[1]
    due = [[2.0 * (first + row * columns + n) for n in range(columns)] for row in range(shape[0])]
    expect(
        seen.get("shape") == shape,
        f"expected an array of shape {shape}, and got "
        f"{brief(seen['said']) if 'said' in seen else seen['shape']}.",
    )
    expect(
        not seen["changed"] and not seen["same"],
        "the array that was handed over has changed, or was returned. Double a new one.",
    )
    wrong = [row for row in range(shape[0]) if seen["rows"][row] != due[row]]
    expect(
        not wrong,
        f"every number should be doubled, once; {len(wrong)} of the {shape[0]} rows are not, such "
        f"as row {wrong and wrong[-1]}. Does each child take rows of its own, and all rows "
        "together? Does it work on the block, or on a copy of it? Have all been joined before the "
        "result is taken out?",
    )
