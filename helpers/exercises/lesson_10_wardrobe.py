"""The judge of an exercise of lesson 10: a dictionary of lists, shared through a manager."""

from helpers.exercises.asking import Answer
from helpers.exercises.experiments.lesson_10 import filled
from helpers.exercises.gatekeeper import gate_for
from helpers.exercises.judging import beside, brief, chance, expect, function_of, recorded


def ex10_wardrobe(answer: Answer) -> str:
    """Share a dictionary of lists through a manager, and avoid its trap."""
    kinds = chance.sample(["coats", "hats", "scarves", "gloves"], 3)
    colours = chance.sample(["red", "blue", "green", "straw", "grey"], 3)
    single, double, other = zip(kinds, colours, strict=True)
    things = [single, double, double, other]
    with gate_for(len(things)):
        seen, timeline = recorded(beside(answer, filled), function_of(answer, "fill"), things)
    notes = [note for note in timeline.notes if note.pid != timeline.pid]
    carried, children = sorted(note.text for note in notes), len({note.pid for note in notes})
    expect(
        carried == sorted(thing for _, thing in things) and children == len(things),
        f"each of {things} should be carried once, by a child of its own; {len(notes)} were "
        f"carried, by {children} children.",
    )
    _expect_filled(seen["said"], things)
    carriers = {thing: {note.pid for note in notes if note.text == thing} for _, thing in things}
    expect(
        all(carriers.get(thing, set()) & {*way} for thing, way in seen["ways"]),
        "the children have carried the things, and your own process has hung them up. Let each "
        "child put its thing into the dictionary of the manager.",
    )
    managers = [life for life in answer.crew if "Manager-" in life.name]
    expect(bool(managers), "there was no manager. Make the dictionary with manager.dict().")
    expect(
        not seen["changed"],
        "it has changed the list that it was handed. It belongs to somebody else.",
    )
    return "A managed dictionary notices what is assigned, and not what is done to a copy."


def _expect_filled(said: object, things: list[tuple[str, str]]) -> None:
    expect(
        isinstance(said, dict) and all(isinstance(some, list) for some in said.values()),
        f"expected a plain dictionary of lists, and got {brief(said)}. What a manager holds ends "
        "with it: make plain ones while it is there.",
    )
    due = {kind: sorted(thing for each, thing in things if each == kind) for kind, _ in things}
    words = f"expected {due}, and got {brief(said)}."
    expect(
        any(said.values()),
        f"{words} wardrobe[kind] gives you a copy of the list: assign the changed one, or put a "
        "managed list there.",
    )
    sorted_ = {kind: sorted(map(str, some)) for kind, some in said.items()}
    expect(
        any(thing not in due.get(kind, []) for kind, some in sorted_.items() for thing in some)
        or not any(len(sorted_.get(kind, [])) < len(some) for kind, some in due.items()),
        f"{words} Some were lost: what a child assigns takes the place of what was there. Assign "
        "that, too; and if two children do so at once, one of them overwrites what the other one "
        "has hung up.",
    )
    expect(sorted_ == due, f"{words} Each thing belongs into the list of its kind, once.")
