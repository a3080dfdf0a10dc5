"""The judges of lesson 03."""

from helpers.exercises.asking import Answer
from helpers.exercises.experiments.lesson_03 import said_of
from helpers.exercises.judging import (
    beside,
    brief,
    chance,
    expect,
    function_of,
    notes_of_children,
    recorded,
)


def ex03_invitations(answer: Answer) -> str:
    """Hand over positional and keyword arguments; tell processes apart by name and pid."""
    invite_all = function_of(answer, "invite_all")
    people = chance.sample(["anna", "bo", "cy", "dora", "egon", "frida", "gil"], 7)
    for host, guests in [(people[0], people[1:4]), (people[4], people[5:6])]:
        pids, timeline = recorded(invite_all, host, guests)
        notes = notes_of_children(
            timeline,
            "your own process paid the visits. Hand over the function itself, with its arguments "
            "in args and kwargs, and call start(), not run().",
        )
        expect(
            len(notes) == len(guests),
            f"{len(guests)} guests were invited, and {len(notes)} came. Is there a process for "
            "each, and is each started?",
        )
        said = sorted(note.text for note in notes)
        wanted = sorted(f"{guest} visits {host} for tea" for guest in guests)
        expect(
            said == wanted,
            f"expected {wanted[0]!r}, but there was {said[0]!r}. The guest comes first, then the "
            'host; the drink goes into kwargs={"drink": "tea"}.',
        )
        expect(
            all(note.text.split()[0] == note.process for note in notes),
            "each process should be named after its guest: name=guest.",
        )
        truth = {note.process: note.pid for note in notes}
        expect(
            pids == truth,
            f"expected a dictionary from each name to the pid of its process, not {brief(pids)}. "
            "A process has a pid only after start().",
        )
    pids, timeline = recorded(invite_all, people[6], [])
    expect(
        pids == {} and not timeline.notes,
        f"nobody was invited: expected an empty dictionary, and got {brief(pids)}.",
    )
    return "Each guest came in a process of its own, with the right arguments."


def ex03_letters(answer: Answer) -> str:
    """Write a subclass with run(), and get a result back by its exit code."""
    many = "".join(chance.choices("abcdefgh", k=chance.randint(100, 255)))
    letters_of = function_of(answer, "letters_of", codes=(0, *range(2, 256)))
    for name in ["egon", "d'artagnan", many]:
        letters, timeline = recorded(letters_of, name)
        notes_of_children(
            timeline,
            "the letters were counted in your own process. start() runs run() in a new one; "
            "calling run() does not.",
        )
        expect(
            len(timeline.notes) == 1,
            "no child counted the letters. Does the class call super().__init__() and start()?",
        )
        expect(
            f"{letters}" == timeline.notes[0].text,
            f"{name[:40]}: in the child count_letters(word) returned {timeline.notes[0].text}, a "
            f"number that nobody else could know, and letters_of returned {brief(letters)}. What "
            "a child puts into an attribute stays in the child, and what run() returns is lost. "
            "sys.exit(number) makes it the exit code; import sys.",
        )
    return "Counted in a child, and brought back."


def ex03_luggage(answer: Answer) -> str:
    """Say which arguments can travel to another process."""
    can_travel = function_of(answer, "can_travel")
    for words, travels in {
        "a list of strings": True,
        "a dictionary": True,
        "a function of a module": True,
        "nothing, None": True,
        "an empty list": True,
        "an exception": True,
        "a path": True,
        "a lambda": False,
        "an open file": False,
        "a generator": False,
        "a module": False,
        "a class of a function": False,
        "a lock of threads": False,
        "a StringIO": True,
        "a list with a lambda deep inside": False,
    }.items():
        said = beside(answer, said_of)(can_travel, words)
        expect(
            said is travels,
            f"for {words} the answer should be {travels}, and was {brief(said)}. What "
            "travels is what pickle.dumps accepts; try it, and catch whatever it raises.",
        )
    return "What travels is what can be pickled, and the surest way to know is to try."
