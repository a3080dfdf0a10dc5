"""Have an answer to the squares of lesson 09 square numbers, and look at what came, and how."""

from __future__ import annotations

import time

from helpers.exercises.asking import Answer, Late
from helpers.exercises.experiments.lesson_09 import squares_of
from helpers.exercises.functions import Function
from helpers.exercises.judging import Wrong, beside, brief, expect
from helpers.exercises.notes import Life, at_once
from helpers.recording import Timeline, record

LARGE = 10**1000
DRAIN = "Take out all results first, and then join."


def square(
    answer: Answer, square_all: Function, numbers: list[int], workers: int, slowly: bool = False
) -> tuple[Timeline, float]:
    """Have numbers squared; return a recording, and how long the last worker had nothing to do."""
    stopped = None
    with record() as timeline:
        began = time.monotonic()
        try:
            asked = square_all, numbers, workers, slowly
            came, ours, same, vain = beside(answer, squares_of).call(
                asked, seconds=5 if slowly else 3
            )
        except Late as late:
            stopped = late
        except Exception as error:
            if type(error).__name__ != "Empty":
                raise
            line = getattr(error, "line", 0)
            stopped = f"in line {line} nothing came any more, and get() raised Empty."
    timeline.pid = answer.pid
    squared = {note.text.split()[1] for note in timeline.notes}
    if stopped:
        missing = [number for number in numbers if f"{number:x}" not in squared]
        raise Wrong(f"{_asked(numbers, workers)}: {stopped} {_why(numbers, missing)}", timed=True)
    wanted = {number: number * number for number in numbers}
    expect(
        came == wanted,
        f"{_asked(numbers, workers)}: expected a dictionary from each number to its square, "
        f"{brief(wanted)}, and got {brief(came)}. {_why_wrong(came, wanted)}",
    )
    expect(ours, "the squares are right, and do not come from square(). Return what it gave.")
    expect(
        not (vain and max(numbers, default=0) > LARGE),
        "with large numbers join(timeout=...) has given up, and the worker still ran: it cannot "
        f"end while its results are still in the queue. {DRAIN}",
        timed=True,
    )
    expect(same, "the list of numbers was changed. It belongs to somebody else: work on a copy.")
    last = max((note.time for note in timeline.notes), default=0) + began
    return timeline, max((life.ended - last for life in _ended(answer.crew)), default=0)


def _why_wrong(came: object, wanted: dict[int, int]) -> str:
    """Guess what is wrong with results: some are missing, or they belong to other numbers."""
    if isinstance(came, dict) and came.items() < wanted.items():
        return (
            "Some came after the last look: a queue that looks empty may fill again. Take out as "
            "many results as there are numbers."
        )
    return "Results come in any order, so send the number back with its square."


def _asked(numbers: list[int], workers: int) -> str:
    return f"{workers} workers for the numbers {brief(numbers)}"


def _why(numbers: list[int], missing: list[int]) -> str:
    """Guess why nothing came, from the numbers, and those that were never squared."""
    if max(numbers, default=0) > LARGE:  # small ones came
        return (
            "What is large fills a queue's pipe: a worker cannot end, nor go on for ever, while "
            f"its results are still in the queue. {DRAIN}"
        )
    if missing == [0]:
        return "0 was never squared: in a condition it counts as False, and ends the loop."
    if missing:
        return (
            f"{brief(missing)} never came to square(). A worker goes on until its sentinel: not "
            "until the queue looks empty, and no number can be the sentinel."
        )
    return "All was squared. Is there a sentinel for each worker, and are there as many results?"


def _ended(crew: list[Life]) -> list[Life]:
    return [life for life in crew if life.ended is not None and not life.of_a_pool]


def expect_work_of(answer: Answer, timeline: Timeline, many: int, workers: int) -> None:
    """Raise `Wrong` unless so many numbers were squared by so many workers, which ran at once."""
    pids = {note.pid for note in timeline.notes}
    expect(answer.pid not in pids, "your own process computed squares. Let the workers do it.")
    expect(
        len(timeline.notes) == many,
        f"{many} numbers should have been squared once each, and square() was called "
        f"{len(timeline.notes)} times.",
    )
    together = at_once([life for life in answer.crew if life.pid in pids])
    expect(
        len(pids) == together == workers,
        f"{workers} workers were asked for; {len(pids)} were at work, and {together} at once. "
        "Start so many before the first is joined, and let each take numbers from the queue.",
        timed=len(pids) < workers,
    )
