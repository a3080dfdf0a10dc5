"""The judge of an exercise of lesson 04: dice that each child throws for itself."""

import re

from helpers.exercises.asking import Answer
from helpers.exercises.experiments.lesson_04 import drawn_here, in_another_python
from helpers.exercises.judging import (
    beside,
    brief,
    chance,
    expect,
    function_of,
    notes_of_children,
    recorded,
)
from helpers.recording import Timeline


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
