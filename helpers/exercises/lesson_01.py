"""The judges of lesson 01."""

import itertools

from helpers.exercises.asking import Answer
from helpers.exercises.experiments.lesson_01 import InDisguise, SlowProcess, SlowThread
from helpers.exercises.judging import Wrong, brief, chance, expect, function_of, recorded


def ex01_memory(answer: Answer) -> str:
    """Tell a process from a thread by what they share, through the same interface."""
    shares_memory = function_of(answer, "shares_memory")
    kinds = [(SlowThread, True, "a thread"), (SlowProcess, False, "a process")]
    kinds += [(InDisguise, False, "a thread that lets a process do its work")]
    for kind, truth, words in kinds:
        said, timeline = recorded(shares_memory, kind)
        expect(
            any(note.text == kind.__name__ for note in timeline.notes),
            f"for {words} nothing was started. Do not tell by the name of the class; try it out: "
            "have a worker change a list.",
        )
        expect(
            said is truth,
            f"for {words} expected {truth}, and got {said!r}. Let the worker change a list that "
            "you made, wait for it with join(timeout=60), then look whether the list has changed.",
        )
    return "One interface, two kinds of memory: a thread changes your list, a process its own copy."


def ex01_cores(answer: Answer) -> str:
    """Predict how many cores work keeps busy, by what it waits for; say what the GIL changes."""
    cores_busy = function_of(answer, "cores_busy")
    for work in ["computing", "hashing", "waiting"]:
        for way in ["in turn", "threads", "processes"]:
            few, many = sorted(chance.sample(range(2, 20), 2))
            sizes = [(few, many), (many, few), (few, few), (1, many), (many, 1)]
            for (tasks, cpus), gil in itertools.product(sizes, [True, False]):
                said = cores_busy(work, way, tasks, cpus, gil)
                truth, because = _cores(work, way, min(tasks, cpus), gil)
                python = "with" if gil else "without"
                expect(
                    said == truth,
                    f"{tasks} tasks, {work}, {way}, {cpus} CPUs, Python {python} a GIL: expected "
                    f"{truth}, and got {brief(said)}. {because}",
                )
    return "You can say how many cores a program will keep busy before you run it."


def _cores(work: str, way: str, most: int, gil: bool) -> tuple[int, str]:
    if work == "waiting":
        return 0, "Whoever waits needs no core, in whatever way."
    if way == "in turn":
        return 1, "One after another, there is never more than one at work."
    if way == "threads" and work == "computing" and gil:
        return 1, "The GIL lets only one thread at a time run Python code."
    if way == "threads" and gil:
        return most, "Hashing large data is C code that lets go of the GIL meanwhile."
    if way == "threads":
        return most, "Without a GIL threads run Python code at the same time."
    return most, "Each process has a GIL of its own; more than there are tasks or CPUs is no use."


def ex01_break_even(answer: Answer) -> str:
    """Find from measurements from which length on a task is worth a process."""
    break_even = function_of(answer, "break_even")
    lengths = [0.001, 0.01, 0.1, 1.0]
    in_turn = [0.004, 0.04, 0.4, 4.0]
    cases = [
        ([0.1, 0.11, 0.2, 2.1], 0.1, "It begins where processes take less time."),
        (
            [0.003, 0.11, 0.2, 2.1],
            0.1,
            "The first length won by accident, the second lost. From the answer on, *all* win.",
        ),
        ([0.1, 0.11, 0.5, 4.4], None, "Processes never win there: return None."),
        ([0.003, 0.03, 0.3, 3.0], 0.001, "There processes always win."),
        ([0.1, 0.11, 0.4, 2.1], 1.0, "Just as long is no gain."),
        ([0.003, 0.03, 0.3, 4.4], None, "The longest tasks lose, so from no length on *all* win."),
    ]
    cases = [(lengths, in_turn, *case) for case in cases] + [_measured() for _ in range(10)]
    for lengths, in_turn, in_processes, truth, because in cases:
        try:
            said = break_even(lengths, in_turn, in_processes)
        except (IndexError, ValueError, StopIteration) as error:
            raise Wrong(
                f"with {in_processes} in processes it stopped with {type(error).__name__}. "
                f"{because}"
            ) from None
        expect(
            said == truth,
            f"lengths {lengths}, in turn {in_turn}, in processes {in_processes}: expected {truth}, "
            f"and got {brief(said)}. {because}",
        )
    return "Below this length a process costs more than it brings."


def _measured() -> tuple:
    """Make up measurements of a few lengths, and say from which one on processes win."""
    lengths = sorted(chance.sample([0.001, 0.002, 0.01, 0.05, 0.1, 0.5, 1.0], chance.randint(1, 5)))
    in_turn = [round(4 * length, 3) for length in lengths]
    first = chance.randint(0, len(lengths))  # that wins, with all after it
    wins = [chance.random() < 0.5 for _ in lengths[: max(0, first - 1)]]
    wins += [False] * min(1, first) + [True] * (len(lengths) - first)
    in_processes = [
        round(turn / 2 if win else turn + chance.choice([0, 0.1]), 4)
        for turn, win in zip(in_turn, wins, strict=True)
    ]
    truth = lengths[first] if first < len(lengths) else None
    return lengths, in_turn, in_processes, truth, "Look where the last loss is."
