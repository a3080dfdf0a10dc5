"""The judges of lesson 04."""

import multiprocessing
import re
from pathlib import Path

from helpers.exercises import review
from helpers.exercises.asking import Answer
from helpers.exercises.experiments.lesson_04 import (
    chosen_meanwhile,
    drawn_here,
    in_another_python,
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
from helpers.exercises.notes import crew, events
from helpers.exercises.programs import GUARD, cause_of, output_of, start_program, told_of
from helpers.exercises.review import ANY
from helpers.exercises.workers.lesson_04 import KILLED, leave
from helpers.recording import Timeline

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
            raise Wrong(f"under {method} {wrong} {cause_of(str(wrong))}", wrong.timed) from None
        nested = [event for event in events() if event[1] == "nested"]
        expect(
            not nested,
            f"under {method} a child itself tried to start a process, when it imported your file: "
            f"to catch the error does not help. {GUARD}",
        )
        expect(
            said.split("\n") in (["exit code: 7", ""], ["exit code: 7"]),
            f"under {method} the program should print 'exit code: 7' once, and printed "
            f"{brief(' '.join(said.split(chr(10))).strip())}. {GUARD}",
        )
        children = [(life.method, life.code) for life in crew()[known:]]
        expect(
            (method, 7) in children and {by for by, _ in children} == {method},
            f"a child should have been started by {method}, which is sys.argv[1], and have ended "
            f"with exit code 7; {told_of(children)}.",
        )
    return "A target with a name, and nothing that a child does again: so it runs everywhere."


def ex04_dice(answer: Answer) -> str:
    """Give each child random numbers of its own, which can be repeated."""
    throw_all = function_of(answer, "throw_all")
    alike = [("amy", "may", "mo"), ("lena", "nela", "lu"), ("ingo", "gino", "gil")]
    names = [*chance.choice(alike)]  # whose letters, number of letters, or first letter are alike
    chance.shuffle(names)
    seed = chance.randint(1, 10**9)
    drawn, timeline = recorded(beside(answer, drawn_here), throw_all, names[:2], seed)
    other = _thrown(names[:2], timeline)
    expect(
        drawn < 20 * 2,
        f"your own process has drawn {drawn} random numbers: it threw the dice, and the children "
        "only noted them. Hand over what each child is seeded with, and let it throw.",
    )
    first = _thrown(names, recorded(throw_all, names, 0)[1])
    again = _thrown(names, recorded(beside(answer, in_another_python), throw_all, names, 0)[1])
    faces = {*"123456"} - {face for dice in (*first.values(), *other.values()) for face in dice}
    expect(
        not faces,
        f"in {20 * (len(first) + len(other))} throws nobody had a {brief(min(faces, default=''))}. "
        "A die has six faces: randint(1, 6) takes both ends along, range(1, 6) only one.",
    )
    for dice, used in [(other, seed), (first, 0)]:
        expect(
            len({*dice.values()}) == len(dice),
            f"with seed {used} some children threw the same dice. Under fork each goes on with a "
            "copy of the same generator; and the same seed gives the same dice. Give each child a "
            "seed of its own.",
        )
    expect(
        first == again,
        "the same seed was given again, in a new Python whose start method is spawn, and the dice "
        "were others. A generator that is not seeded, or goes on from call to call, cannot be "
        "repeated; and hash() of a string is another in each Python. Hand over to each child what "
        "it is seeded with.",
    )
    expect(
        any(first[name] != other[name] for name in names[:2]),
        "another seed was given, and the dice were the same. What each child is seeded with "
        "depends on its name, or its place, and on the seed as well.",
    )
    return "Each child has dice of its own, and a run can be repeated, under every start method."


def _thrown(names: list[str], timeline: Timeline) -> dict[str, tuple[str, ...]]:
    """Return which dice were thrown in the process of each name."""
    notes = notes_of_children(
        timeline,
        "dice were thrown in your own process. Hand throw over as the target, and call start().",
    )
    expect(
        sorted(note.process for note in notes) == sorted(names),
        f"{', '.join(names)} should have noted their dice, each once, in a process of this name, "
        f"and there was {brief(sorted(note.process for note in notes))}.",
    )
    said = {note.process: tuple(re.findall(r"\d+", note.text)) for note in notes}
    for name, dice in said.items():
        expect(
            len(dice) == 20 and {*dice} <= {*"123456"},
            f"{name} should have noted twenty dice, from 1 to 6, and noted {brief(dice)}.",
        )
    return said
