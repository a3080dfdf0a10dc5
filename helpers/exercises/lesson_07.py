"""The judges of lesson 07."""

import tempfile
import time
from itertools import pairwise
from pathlib import Path

from helpers.exercises.asking import Answer
from helpers.exercises.experiments.lesson_07 import seen_of
from helpers.exercises.functions import Function
from helpers.exercises.judging import (
    Wrong,
    beside,
    brief,
    chance,
    expect,
    function_of,
    notes_of_children,
    recorded_within,
)
from helpers.exercises.notes import crew, events
from helpers.exercises.programs import output_of, start_program
from helpers.exercises.review import SIGNALLED

SLACK = 0.1  # seconds; a file system's clock is not as fine as Python's
LONG = 0.1  # seconds; an interval below that is not kept on a busy machine
LATEST = 0.8  # seconds; what a busy machine delays comes earlier, mostly


def ex07_ending(answer: Answer) -> str:
    """Predict what becomes of a worker at the end of a program, and at the end of a cell."""
    ending = function_of(answer, "ending")
    for place in ["program", "notebook"]:
        for daemon in [False, True]:
            for joined in [False, True]:
                truth, because = _ending(place, daemon, joined)
                said = ending(place, daemon, joined)
                asked = f"place={place!r}, daemon={daemon}, joined={joined}"
                expect(
                    said in ("finishes", "is cut off", "goes on"),
                    f"{asked}: {brief(said)} is none of 'finishes', 'is cut off' and 'goes on'.",
                )
                expect(
                    said == truth,
                    f"{asked}: expected {truth!r}, and got {brief(said)}. {because}",
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
    fast, slow = chance.uniform(0.002, 0.005), chance.uniform(2 * LONG, 2.5 * LONG)
    for interval, number, error in [
        (slow, 4, "KeyError"),
        (fast, chance.randint(110, 130), ""),  # more than anybody counts
        (fast, 1, "KeyboardInterrupt"),
    ]:
        _expect_heartbeat(function_of(answer, "heartbeat"), interval, number, error)
    return "It beats as long as the block runs, and not a moment longer, whatever happens in it."


def _expect_heartbeat(heartbeat: Function, interval: float, number: int, error: str) -> None:
    """Have so many beats around a block that ends with an error, or with none."""
    codes = (0, *SIGNALLED)
    experiment = beside(heartbeat.answer, seen_of, codes=codes)
    (seen, children), timeline = recorded_within(
        7, IN_YOUR_OWN, experiment, heartbeat, interval, number, error
    )
    notes_of_children(
        timeline,
        "beat() was called in your own process. Let the daemon call it: start a process that runs "
        "keep_beating.",
    )
    expect(
        seen != "stopped",
        f"the process of the heart ended by itself, before {number} beats had come. "
        "Call beat() again and again, for ever.",
    )
    _expect_interval([note.time for note in timeline.notes], interval)
    expect(
        seen != "no beats",
        f"{number} beats were expected, one every {interval:.3f} seconds, and in five seconds "
        f"{len(timeline.notes)} came. Start a process before the block begins, and let it call "
        "beat() again and again, at the interval that you are handed.",
        timed=True,
    )
    expect(
        {note.pid for note in timeline.notes} <= {pid for pid, daemon in children if daemon},
        "the process is not a daemon. Say so before start(): daemon=True.",
    )
    how = f"with a {error}" if error else "without an error"
    expect(
        seen != "still beating",
        f"the block has ended {how}, and the process of the heart still runs. Put terminate() and "
        "join() into a finally: a process that was terminated takes a moment to end.",
    )
    expect(seen == "ended", f"a {error} in the block was swallowed. Let it come through.")


IN_YOUR_OWN = (
    "Does keep_beating run in your own process? Hand the function over, with its arguments in "
    "args, and call start(). And does a join() wait for a heart that nobody has ended?"
)


def _expect_interval(times: list[float], interval: float) -> None:
    """Compare the time between beats; on a busy machine some come late, and others soon after."""
    gaps = sorted(after - before for before, after in pairwise(sorted(times)))
    if len(gaps) < 3:
        return
    usual = gaps[len(gaps) // 2]
    words = (
        f"the interval was {interval:.3f} seconds, and mostly {usual:.3f} went by between beats. "
        "Sleep for the interval that you are handed."
    )
    expect(interval < LONG or usual > 0.7 * interval, words)
    expect(gaps[0] < 1.6 * interval + 0.05, words, timed=gaps[0] < LATEST)


def ex07_program(answer: Path) -> str:
    """Say which work a daemon must not do, and which process must be one."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"report-{chance.randrange(1000)}.txt")
        try:
            program = start_program(answer, str(path))
            output_of(program, deadline=6, codes=(0, *SIGNALLED))
        except Wrong as wrong:
            hint = "" if not wrong.timed else NEVER_ENDS
            done = path.exists() and path.stat().st_mtime < time.time() - LATEST
            raise Wrong(f"{wrong}{hint}", wrong.timed and not done) from None
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        written = path.stat().st_mtime if text else 0.0
    expect(
        text == "begin\nend\n",
        "the report, in the file that sys.argv[1] names, should have two lines, begin and end, "
        f"and was {brief(text)}. A daemon is "
        "ended when its program ends, in the middle of a line if need be. What must be finished "
        "is no work for a daemon, unless you join it; a sleep is no join.",
    )
    _expect_heart_and_writer(written - time.time() + time.monotonic())
    return "Whoever beats for ever is a daemon; whoever writes a report is none, or is joined."


NEVER_ENDS = (
    " At its end a program waits for every process that is no daemon. "
    "Which of the two never ends by itself?"
)


def _expect_heart_and_writer(written: float) -> None:
    """See that both were processes, and that the heart did not end before the report was there."""
    lives = {life.pid for life in crew()}
    expect(
        len(lives) == 2,
        "the program should have two processes, the heart and the writer, and has started "
        f"{len(lives)}. Each has work that your own process should not do.",
    )
    for _, what, *rest in events():
        if what in ("over", "told") and rest[0] in lives:
            when = rest[-1]
            expect(
                when > written - SLACK,
                f"one of the processes had its end {written - when:.1f} seconds before the report "
                "was complete. The heart should beat as long as the program works.",
            )
            expect(
                when < written + LATEST,
                f"one of the processes went on for {when - written:.1f} seconds after the report "
                "was complete. The heart should beat until the writer is done, and no longer.",
                timed=True,
            )
