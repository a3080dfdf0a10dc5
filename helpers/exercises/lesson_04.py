"""The judges of lesson 04."""

import multiprocessing
from pathlib import Path

from helpers.exercises.asking import Answer
from helpers.exercises.experiments.lesson_04 import start_method
from helpers.exercises.judging import (
    Wrong,
    beside,
    brief,
    expect,
    function_of,
    recorded,
)
from helpers.exercises.programs import output_of, start_program
from helpers.exercises.review import ANY
from helpers.exercises.workers.lesson_04 import EXIT_CODES, tell_start_method

METHODS = ["fork", "forkserver", "spawn"]


def ex04_predict(answer: Answer) -> str:
    """Say which start method is the default, and what a child inherits under each."""
    default_method = function_of(answer, "default_method")
    for system, version, truth in [
        ("Windows", (3, 11), "spawn"),
        ("Windows", (3, 14), "spawn"),
        ("Darwin", (3, 7), "fork"),
        ("Darwin", (3, 8), "spawn"),
        ("Darwin", (3, 14), "spawn"),
        ("Linux", (3, 13), "fork"),
        ("Linux", (3, 14), "forkserver"),
    ]:
        said = default_method(system, version)
        expect(
            said == truth,
            f"the default of Python {version[0]}.{version[1]} under {system} is {truth}, and the "
            f"answer was {brief(said)}. Look at the table: it depends on both.",
        )
    finds = function_of(answer, "finds")
    for thing, where, because in [
        ("a constant of a module", METHODS, "Each child imports the module."),
        ("a global changed since", ["fork"], "Only fork copies the parent as it is now."),
        ("an argument", METHODS, "Arguments are what every method hands over."),
        ("a thread of the parent", [], "No method takes other threads along."),
        ("a lock held by a thread", ["fork"], "Fork copies it as it is: locked, for ever."),
    ]:
        for method in METHODS:
            said = finds(thing, method)
            expect(
                said is (method in where),
                f"{thing}, under {method}: expected {method in where}, and got {brief(said)}. "
                f"{because}",
            )
    return "You can say with what a child begins, wherever your program runs."


def ex04_choose(answer: Answer) -> str:
    """Choose a start method for one part of a program, and leave the default alone."""
    run_with = function_of(answer, "run_with", codes=ANY, may=("choose",))
    default = beside(answer, start_method)()
    for method in multiprocessing.get_all_start_methods():
        try:
            said, _ = recorded(run_with, method, tell_start_method, (1000,))
        except RuntimeError as error:
            raise Wrong(
                f"{error}. set_start_method chooses for the whole program, and only once; "
                "take get_context(method), and its Process."
            ) from None
        wanted = 1000 + EXIT_CODES[method]
        expect(
            said in [wanted, wanted % 256],
            f"under {method} the exit code should have been {wanted % 256}, and was {brief(said)}. "
            "Has the child been started by this method, with its arguments, and been joined?",
        )
        expect(
            beside(answer, start_method)() == default,
            "afterwards the whole program had another start method than before. "
            "A function has no right to that: take get_context(method).",
        )
    return "A context chooses for one part of a program, and the others do not notice."


def ex04_program(answer: Path) -> str:
    """Write a program that runs under every start method."""
    for method in sorted(multiprocessing.get_all_start_methods(), reverse=True):
        try:
            said = output_of(start_program(answer, method), deadline=8).split("\n")
        except Wrong as wrong:
            raise Wrong(
                f"under {method} {wrong} What cannot be pickled, such as a lambda, cannot be a "
                "target: give it a name, with def, at the top level."
            ) from None
        expect(
            said == ["exit code: 7", ""],
            f"under {method} the program should print 'exit code: 7' once, and printed "
            f"{brief(' '.join(said).strip())}. A child imports your file. What it must not do a "
            'second time belongs under if __name__ == "__main__".',
        )
    return "A target with a name, and a guard: so it runs everywhere."


def ex04_dice(answer: Answer) -> str:
    """Give each child random numbers of its own, which can be repeated."""
    throw_all = function_of(answer, "throw_all")
    names = ["ada", "bo", "cy"]
    first, again, other = [_thrown(throw_all, names, seed) for seed in (1, 1, 2)]
    expect(
        len({*first.values()}) == len(names),
        "some children threw the same dice. Under fork each goes on with a copy of the same "
        "generator; and the same seed gives the same dice. Give each child a seed of its own.",
    )
    expect(
        first == again,
        "the same seed was given twice, and the dice were others. A generator that a child makes "
        "itself, or seeds by itself, cannot be repeated: hand over what it is seeded with.",
    )
    expect(
        first != other,
        "another seed was given, and the dice were the same. What each child is seeded with "
        "depends on its name, and on the seed as well.",
    )
    return "Each child has dice of its own, and a run can be repeated, under every start method."


def _thrown(throw_all, names: list[str], seed: int) -> dict[str, str]:
    _, timeline = recorded(throw_all, names, seed)
    said = {note.process: note.text for note in timeline.notes if note.pid != timeline.pid}
    expect(
        sorted(said) == names,
        f"{', '.join(names)} should have noted their dice, each in a process of this name, and "
        f"there was {brief(sorted(said))}.",
    )
    return said
