"""The judges of lesson 04."""

import multiprocessing
from pathlib import Path

from helpers.exercises import review
from helpers.exercises.asking import Answer
from helpers.exercises.experiments.lesson_04 import (
    chosen_meanwhile,
)
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
from helpers.exercises.lesson_04_dice import ex04_dice
from helpers.exercises.notes import crew, events
from helpers.exercises.programs import GUARD, cause_of, output_of, start_program, told_of
from helpers.exercises.review import ANY
from helpers.exercises.workers.lesson_04 import KILLED, leave

__all__ = ["ex04_choose", "ex04_dice", "ex04_predict", "ex04_program"]

METHODS = ["fork", "forkserver", "spawn"]
SINCE = {"Windows": {"spawn": 4}, "Darwin": {"fork": 4, "spawn": 8}}
SINCE["Linux"] = {"fork": 4, "forkserver": 14}


def ex04_predict(answer: Answer) -> str:
    """Say which start method is the default, and what a child inherits under each."""
    default_method = function_of(answer, "default_method")
    for system, since in SINCE.items():
        for version in [*((3, minor) for minor in range(4, 16)), (4, 0)]:
            truth = [method for method, first in since.items() if version >= (3, first)][-1]
            said = default_method(system, version)
            expect(
                said == truth,
                f"the default of Python {version[0]}.{version[1]} under {system} is {truth}, and "
                f"the answer was {brief(said)}. Look at the table: it depends on both. A version "
                "is a tuple of two numbers; compare it as a whole.",
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
    every = multiprocessing.get_all_start_methods()
    how = [(method, chance.randint(1, 200), chance.randint(1, 3)) for method in every]
    how += [(chance.choice(every), 0, 0), (chance.choice(every), KILLED, 2)]
    chance.shuffle(how)
    for method, code, number in how:
        args = (code, *chance.sample(range(100), number))
        _expect_chosen(answer, method, args)
    return "A context chooses for one part of a program, and the others do not notice."


def _expect_chosen(answer: Answer, method: str, args: tuple[int, ...]) -> None:
    """Have a process started by a method; it ends with the exit code that is its first argument."""
    run_with = function_of(answer, "run_with", codes=ANY, may=("choose",))
    try:
        (said, default, meanwhile), timeline = recorded(
            beside(answer, chosen_meanwhile, codes=ANY, may=("choose",)),
            run_with,
            method,
            leave,
            args,
        )
    except RuntimeError as error:
        raise Wrong(
            f"{error}. set_start_method chooses for the whole program, and only once; "
            "take get_context(method), and its Process."
        ) from None
    called_here = "the target was called in your own process. Hand it over, and call start()."
    notes = [note.text for note in notes_of_children(timeline, called_here)]
    for life in answer.crew:
        expect(
            not life.told,
            f"the child was ended by {' and '.join(life.told)}(), whatever it was doing. Let it "
            "come to its end by itself, and join it.",
        )
    often = f"the target should have run once, and it ran {len(notes)} times."
    expect(len(notes) == 1, review.error_of(answer.crew) or often)
    by, arrived = notes[0].split(" ", 1)
    expect(
        by == method,
        f"the child should have been started by {method}, and was started by {by}. "
        "Process alone takes the default; the Process of a context takes the context's.",
    )
    expect(
        arrived == str(args),
        f"the target should have been called with {args}, and was with {arrived}. args is a "
        "tuple already: hand it on as it is.",
    )
    expect(
        said == args[0] and said is not False,
        f"under {method} the exit code was {args[0]}, and run_with returned {brief(said)}. It is "
        "in exitcode as soon as the child has been joined: a number below 0 if it was killed.",
    )
    expect(
        {*meanwhile} <= {default},
        f"while the child was started, the whole program had {meanwhile[0]} as its start method. "
        "Others who start a process then do not expect it. Take a context.",
    )


def ex04_program(answer: Path) -> str:
    """Write a program that runs under every start method."""
    for method in sorted(multiprocessing.get_all_start_methods(), reverse=True):
        known = len(crew())
        try:
            said = output_of(start_program(answer, method), deadline=8, codes=(0, 7))
        except Wrong as wrong:
            called = f" {CALLED}" if "ended with exit code 7:" in str(wrong) else ""
            words = f"under {method} {wrong} {cause_of(str(wrong))}{called}"
            raise Wrong(words, wrong.timed) from None
        nested = [event for event in events() if event[1] == "nested"]
        expect(
            not nested,
            f"under {method} a child itself tried to start a process, when it imported your file: "
            f"to catch the error does not help. {GUARD}",
        )
        expect(
            said.split("\n") in (["exit code: 7", ""], ["exit code: 7"]),
            f"under {method} the program should print 'exit code: 7' once, and printed "
            f"{brief(' '.join(said.split(chr(10))).strip())}.{_why(said)}",
        )
        children = [(life.method, life.code) for life in crew()[known:]]
        expect(
            (method, 7) in children and {by for by, _ in children} == {method},
            f"a child should have been started by {method}, which is sys.argv[1], and have ended "
            f"with exit code 7; {told_of(children)}.",
        )
    return "A target with a name, and nothing that a child does again: so it runs everywhere."


CALLED = "The program itself has called sys.exit: hand over a function, and do not call it."


def _why(said: str) -> str:
    """Say why a program has printed something else than the exit code 7, once."""
    if said.count("\n") > 1:
        return f" {GUARD}"
    if said.startswith("exit code: None"):
        return " A child has no exit code before it has ended: join it first."
    if said.startswith("exit code: "):
        return " What a function returns is not its exit code; the number for sys.exit is."
    return ""
