"""The judges of lesson 07."""

import tempfile
from pathlib import Path

from helpers.exercises.asking import Answer
from helpers.exercises.experiments.lesson_07 import seen_of
from helpers.exercises.judging import (
    Wrong,
    beside,
    brief,
    expect,
    function_of,
    recorded,
)
from helpers.exercises.programs import output_of, start_program
from helpers.exercises.review import SIGNALLED


def ex07_ending(answer: Answer) -> str:
    """Predict what becomes of a worker at the end of a program, and at the end of a cell."""
    ending = function_of(answer, "ending")
    for place in ["program", "notebook"]:
        for daemon in [False, True]:
            for joined in [False, True]:
                truth, because = _ending(place, daemon, joined)
                said = ending(place, daemon, joined)
                expect(
                    said == truth,
                    f"place={place!r}, daemon={daemon}, joined={joined}: expected {truth!r}, and "
                    f"got {brief(said)}. {because}",
                )
    return "You know before you run it what becomes of a worker."


def _ending(place: str, daemon: bool, joined: bool) -> tuple[str, str]:
    if joined:
        return "finishes", "Whoever is joined is waited for, daemon or not."
    if place == "notebook":
        return "goes on", "The end of a cell is not the end of the kernel's program."
    if daemon:
        return "is cut off", "At its end a program terminates its daemons."
    return "finishes", "At its end a program waits for all that are no daemons."


def ex07_beat(answer: Answer) -> str:
    """Use a daemon for what it is good for, and end it before the program goes on."""
    heartbeat = function_of(answer, "heartbeat")
    for _ in range(2):
        seen, timeline = recorded(beside(answer, seen_of, codes=(0, *SIGNALLED)), heartbeat)
        expect(
            seen != "no beats",
            "three beats were expected, and did not come within five seconds each. "
            "Call beat() again and again, in a process that has been started.",
        )
        expect(
            seen != "no daemon",
            "the process is not a daemon. Say so before start(): daemon=True.",
        )
        expect(
            seen != "still beating",
            "the block has ended with an error, and the heart still beats. Put terminate() and "
            "join() into a finally.",
        )
        expect(seen == "ended", "an error in the block was swallowed. Let it come through.")
        expect(
            all(note.pid != timeline.pid for note in timeline.notes),
            "beat() was called in your own process. Let the daemon call it.",
        )
    return "It beats as long as the block runs, and not a moment longer, whatever happens in it."


def ex07_program(answer: Path) -> str:
    """Say which work a daemon must not do, and which process must be one."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "report.txt")
        try:
            output_of(start_program(answer, str(path)), deadline=6)
        except Wrong as wrong:
            raise Wrong(
                f"{wrong} At its end a program waits for every process that is no daemon. "
                "Which of the two never ends by itself?"
            ) from None
        text = path.read_text(encoding="utf-8") if path.exists() else ""
    expect(
        text == "begin\nend\n",
        f"the report should have two lines, begin and end, and was {brief(text)}. A daemon is "
        "ended when its program ends, in the middle of a line if need be. What must be finished "
        "is no work for a daemon, unless you join it.",
    )
    return "Whoever beats for ever is a daemon; whoever writes a report is none, or is joined."
