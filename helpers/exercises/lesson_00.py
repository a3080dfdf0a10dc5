"""The judges of lesson 00."""

from multiprocessing import Barrier
from types import ModuleType

from helpers.exercises.judging import expect, function_of, recorded


def ex00_dinner(answer: ModuleType) -> str:
    """Start two processes and record what they do."""
    _, timeline = recorded(function_of(answer, "give_dinner"), Barrier(2))
    guests = [span for span in timeline.spans if span.pid != timeline.pid]
    expect(
        len(guests) == len(timeline.spans),
        "your own process sat down at the table. Hand over the function itself, target=dine "
        "with args=(table,), and call start().",
    )
    expect(
        len(guests) == 2,
        f"two processes should have come to the table; {len(guests)} did. "
        "Create two, and start both.",
    )
    names = sorted(span.process for span in guests)
    expect(
        names == ["ada", "grace"],
        f"the guests are called {' and '.join(names)}, and should be ada and grace. "
        'Say name="ada" when you create one.',
    )
    expect(
        all(note.text == "in company" for note in timeline.notes),
        "each of them sat at the table alone. Start both before you join the first.",
    )
    return "Two processes were there at the same time, and both were waited for."
