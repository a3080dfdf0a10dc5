"""The judges of lesson 05."""

import signal
import time

from helpers.exercises.asking import Answer, Made
from helpers.exercises.experiments.lesson_05 import ENDS, said_of
from helpers.exercises.gatekeeper import gate_for
from helpers.exercises.judging import (
    Wrong,
    beside,
    brief,
    chance,
    expect,
    function_of,
    recorded,
)
from helpers.exercises.lesson_05_race import ex05_race
from helpers.exercises.review import ANY, SIGNALLED, expect_codes
from helpers.exercises.workers.lesson_05 import LONG as LATEST
from helpers.recording import Timeline

__all__ = ["ex05_orphan", "ex05_race", "ex05_report"]

LONG = 30  # seconds, to wait for what ends soon
ENDED = (
    "It ended within the seconds that there were to wait. Wait for its end with join, for as many "
    "seconds as you are told, and look at exitcode then."
)


def ex05_report(answer: Answer) -> str:
    """Wait for a process with a deadline; say in which state it is, and how it ended."""
    code = chance.randint(2, 255)
    cases = [
        ("exit", LONG, 0, "done", "Its exit code is 0."),
        ("exit", LONG, code, "failed", f"Its exit code is {code}, not 0."),
        ("exit", LONG, 1, "failed", "Its exit code is 1, not 0."),
        ("stay", chance.uniform(0.1, 0.3), 0, "running", "It had no exit code yet."),
        ("stay", 0, 0, "running", "It had no exit code yet, and there was no time to wait."),
        ("ended", 0, 0, "done", "It had ended before, with exit code 0."),
        ("ended", 0, code, "failed", f"It had ended before; {code} is not 0."),
        ("terminate", LONG, 0, "killed", "Its exit code is below 0: a signal, of any kind."),
        ("kill", LONG, 0, "killed", "Its exit code is below 0: a signal, of any kind."),
        ("not started", 0.2, 0, "not started", "Nobody has called its start()."),
    ]
    if hasattr(signal, "SIGUSR2"):
        cases.append(("signal", *cases[-2][1:]))
    chance.shuffle(cases)
    for case in sorted(cases, key=lambda case: case[0] != "stay"):  # what fails here says most
        _expect_fate(answer, *case)
    return "From pid, is_alive and exitcode you can tell everything that a parent can know."


def _expect_fate(
    answer: Answer, how: str, seconds: float, code: int, truth: str, because: str
) -> None:
    """Have the fate of one process told, which ends in some way, or not."""
    fate = function_of(answer, "fate")
    pause = 0.6 if truth == "done" else 0.2
    try:
        said, late, done_to = beside(answer, said_of, codes=ANY)(fate, how, seconds, pause, code)
    except AssertionError as error:
        raise Wrong(f"{error}. A process that was not started has no pid.") from None
    expect(
        not late,
        f"the process ran on, and fate(process, {seconds:.2g}) came back much later. Wait no "
        "longer than you are told.",
        timed=True,
    )
    expect(
        not done_to,
        f"the process was {done_to}, and nobody had asked for that. It is somebody else's: look "
        "at it, and leave it as it is.",
    )
    expect(
        said == truth,
        f"expected {truth!r}, and got {brief(said)}. "
        f"{ENDED if said == 'running' and how in ENDS else because}",
    )


def ex05_orphan(answer: Answer) -> str:
    """End a process gently, so that what it has started does not become an orphan."""
    run_for_a_moment = function_of(answer, "run_for_a_moment", codes=(0, *SIGNALLED))
    pause = 0.1
    for _ in range(2):
        began = time.monotonic()
        with gate_for(1) as gate:
            gate.say("pause", pause)
            _, timeline = recorded(run_for_a_moment, Made("Event"))
        _expect_put_away(answer, timeline)
        # Whoever waited for some time, and not for at_work, will have waited too short: what came
        # after that time, the end of the worker and of the manager, took more than half a second.
        pause = max(0.1, time.monotonic() - began - 0.5)
    return "Asked to end, a process can wait for its own children; terminated, it cannot."


def _expect_put_away(answer: Answer, timeline: Timeline) -> None:
    """Look at what a worker noted, and at how it and its manager ended."""
    for life in answer.crew:
        expect(
            life.code not in SIGNALLED or not life.told,
            f"the process {life.name} was ended by {' and '.join(life.told)}, whatever it was "
            "doing: a worker puts nothing away then, and that of a manager goes on as an orphan. "
            "Ask instead of ending: set the event, and join.",
        )
    said = {note.text: note.pid for note in timeline.notes}
    expect(said, "no worker has begun to work. Let the manager start it, and wait for at_work.")
    expect(
        timeline.pid not in said.values(),
        "the work was done in your own process. Let the manager's child do it.",
    )
    expect(
        "asked too early" not in said,
        "the worker was asked to stop before it had begun. Wait for at_work first, and ask then; "
        "and each run needs an event of its own.",
    )
    expect(
        "not asked to stop" not in said,
        f"the worker was at work for {LATEST} seconds, and nobody asked it to stop. Set the event, "
        "when at_work is set.",
        timed=True,
    )
    expect(
        "all put away" in said,
        "the worker had not put its things away in the end. Its manager has to wait for it, as you "
        "do for the manager; and a daemon is ended together with its parent.",
    )
    expect_codes(answer.crew, (0,))
    parents = {life.pid: life.parent for life in answer.crew}
    expect(
        parents.get(parents.get(said["all put away"])) == timeline.pid,
        "the worker should be a child of the manager, which is a child of your own process: two "
        "processes, and neither does the other's part.",
    )
