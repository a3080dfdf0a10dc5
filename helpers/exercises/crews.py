"""What a crew of children has done: the notes of each, and the file that they shared."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from helpers.exercises.asking import Answer
from helpers.exercises.functions import Function
from helpers.exercises.judging import Wrong, expect, notes_of_children, recorded
from helpers.exercises.notes import at_once, events
from helpers.recording import Note, Timeline


@contextmanager
def file_of(key: str, number: int) -> Iterator[Path]:
    """Give a file of JSON with one number in it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"{key}.json")
        path.write_text(json.dumps({key: number}), encoding="utf-8")
        yield path


def content_of(path: Path) -> object:
    """Read such a file again."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        raise Wrong(
            f"the file is not JSON any more: two processes wrote at once. {about_locks()}"
        ) from None


def recorded_with_file(function: Function, *arguments: object) -> Timeline:
    """Do as `recorded`; say what it means when a child can read no file, or gets no lock."""
    try:
        return recorded(function, *arguments)[1]
    except Wrong as wrong:
        words = next((why for error, why in MEANING.items() if error in str(wrong)), "")
        words += f" {about_locks()}" if "JSONDecodeError" in str(wrong) else ""
        raise Wrong(f"{wrong}{words}", wrong.timed) from None


def about_locks() -> str:
    """Say what was wrong with the lock, if processes were at a file at the same time."""
    locked = {(event[0], event[2]) for event in events() if event[1] == "locked"}
    if len(locked) > 1 and len({lock for _, lock in locked}) == len(locked):
        return (
            "Each process had a lock of its own, which keeps nobody else out. Make one lock, for "
            "all, and hand it over as an argument."
        )
    return (
        "All need the same lock, handed over as an argument; and it must be held from reading to "
        "writing, until the file is closed."
    )


MEANING = {
    "JSONDecodeError": " It has read the file while another one was writing.",
    "with FileNotFoundError: ": " The lock was gone when the child wanted to have it: make one for "
    "all, and keep it in a variable.",
}


def notes_of_crew(answer: Answer, timeline: Timeline, many: int, who: str, what: str) -> list[Note]:
    """Return the notes of the children: so many, in so many processes, which ran at once."""
    notes = notes_of_children(
        timeline,
        f"your own process called {what}. Let the children do it.",
    )
    expect(
        not any(event[1] == "wrote" for event in events()),
        f"your own process has written the file. Let the {who} do it, each in its own process.",
    )
    pids = {note.pid for note in notes}
    expect(
        len(notes) == len(pids) == many,
        f"{many} {who} were asked for, each a process that calls {what} once; there were "
        f"{len(notes)} calls, by {len(pids)} processes.",
    )
    together = at_once([life for life in answer.crew if life.pid in pids])
    expect(
        together == many,
        f"of {many} {who} only {together} were there at once. Start all, and then join them: "
        "whoever is joined at once has been waited for before the next one starts.",
    )
    return notes
