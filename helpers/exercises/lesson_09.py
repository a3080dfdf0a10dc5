"""The judges of lesson 09."""

from helpers.exercises.asking import Answer
from helpers.exercises.experiments.lesson_09 import messages_of
from helpers.exercises.judging import (
    beside,
    brief,
    expect,
    function_of,
    recorded,
    recorded_within,
)


def ex09_squares(answer: Answer) -> str:
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


def ex09_snapshots(answer: Answer) -> str:
    """Say when a message is pickled, and what therefore arrives."""
    came, ended = beside(answer, messages_of)(function_of(answer, "count_up"), 4)
    for step in range(4):
        wanted = list(range(step + 1))
        expect(
            step < len(came) and came[step] is not None,
            f"expected {wanted}, and nothing came. What cannot be pickled is lost without an "
            "error in the parent. Put a list.",
        )
        expect(
            came[step] == wanted,
            f"expected {wanted}, and {brief(came[step])} came. put() leaves the list to a thread, "
            "which pickles it later, as it is then. Put a copy that nobody changes any more.",
        )
    end = came[4] if len(came) > 4 else "nothing"
    expect(end is None, f"the end was expected, None, and {brief(end)} came.")
    expect(ended, "after its last message the child did not end.")
    return "What has been put must not be changed any more."


def ex09_owner(answer: Answer) -> str:
    """Replace a lock by an owner; converse through pipes, and close the ends of others."""
    tickets, clients = 20, 3
    hint = (
        "Perhaps the owner waits for a client that has gone: there is no EOFError while somebody "
        "else still has the client's end. Close in the parent, at once, every end that you have "
        "handed over."
    )
    open_office = function_of(answer, "open_office")
    _, timeline = recorded_within(7, hint, open_office, tickets, clients)
    notes = [note for note in timeline.notes if note.pid != timeline.pid]
    expect(
        len({note.pid for note in notes}) == len(timeline.notes) == clients,
        f"{clients} clients should have bought, each in a process of its own, and "
        f"{len({note.pid for note in notes})} did.",
    )
    bought = sum(int(note.text.split()[1]) for note in notes)
    expect(
        bought == tickets,
        f"there were {tickets} tickets, and {bought} were bought. One owner for all clients sells "
        "them, and says False when there are none left.",
    )
    return "Nothing was sold twice, and there was no lock."
