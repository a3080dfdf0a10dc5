"""The judges of lesson 09."""

from types import ModuleType

from helpers.exercises.judging import brief, expect, function_of, recorded


def ex09_squares(answer: ModuleType) -> str:
    """Connect producers and consumers, end them with sentinels, and drain before you join."""
    square_all = function_of(answer, "square_all")
    numbers = list(range(1, 13))
    result, timeline = recorded(square_all, numbers, 3)
    here = [note for note in timeline.notes if note.pid == timeline.pid]
    expect(not here, "your own process computed squares. Let the workers do it.")
    workers = len({note.pid for note in timeline.notes})
    expect(
        len(timeline.notes) == len(numbers),
        f"{len(numbers)} numbers should have been squared once each, and {len(timeline.notes)} "
        "were. Does every worker go on until it gets a sentinel, and is there one for each?",
    )
    expect(
        workers <= 3,
        f"three workers were asked for, and {workers} were at work. "
        "Start so many, and let each take numbers from the queue.",
    )
    wanted = {number: number * number for number in numbers}
    expect(
        result == wanted,
        f"expected a dictionary from each number to its square, and got {brief(result)}. "
        "Results come in any order, so send the number back with its square.",
    )
    large = {number: number * number for number in range(10**2000, 10**2000 + 200)}
    result, _ = recorded(square_all, list(large), 2)
    expect(result == large, "with large numbers some squares are missing or wrong.")
    return "Everything was squared once, and taken out before the workers were waited for."
