"""The judges of lesson 01."""

from helpers.exercises.asking import Answer
from helpers.exercises.experiments.lesson_01 import SlowProcess, SlowThread
from helpers.exercises.judging import Wrong, brief, expect, function_of, recorded


def ex01_memory(answer: Answer) -> str:
    """Tell a process from a thread by what they share, through the same interface."""
    shares_memory = function_of(answer, "shares_memory")
    for kind, truth, words in [(SlowThread, True, "a thread"), (SlowProcess, False, "a process")]:
        said, timeline = recorded(shares_memory, kind)
        expect(
            any(note.text == words for note in timeline.notes),
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
            for tasks, cpus, gil in [(4, 8, True), (8, 4, True), (4, 8, False), (8, 4, False)]:
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
        return 0, "Who waits needs no core, in whatever way."
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
    ]
    for in_processes, truth, because in cases:
        try:
            said = break_even(lengths, in_turn, in_processes)
        except (IndexError, ValueError, StopIteration) as error:
            raise Wrong(
                f"with {in_processes} in processes it stopped with {type(error).__name__}. "
                f"{because}"
            ) from None
        expect(
            said == truth,
            f"in turn {in_turn}, in processes {in_processes}: expected {truth}, "
            f"and got {brief(said)}. {because}",
        )
    return "Below this length a process costs more than it brings."
