"""The judges of lesson 05."""

from functools import partial

from helpers.exercises.asking import Answer, Made
from helpers.exercises.experiments.lesson_05 import said_of, seen_at_work
from helpers.exercises.judging import Wrong, beside, brief, expect, function_of, recorded
from helpers.exercises.review import ANY, SIGNALLED
from helpers.exercises.workers.lesson_05 import run_race


def ex05_report(answer: Answer) -> str:
    """Wait for a process with a deadline; say in which state it is, and how it ended."""
    fate = function_of(answer, "fate")
    for truth, because in [
        ("done", "Its exit code is 0."),
        ("failed", "Its exit code is 3, not 0."),
        ("running", "It had no exit code yet."),
        ("killed", "Its exit code is below 0: a signal."),
        ("not started", "Nobody has called its start(), so it must not be joined."),
    ]:
        try:
            said = beside(answer, said_of, codes=(0, 3, *SIGNALLED))(
                fate, truth, 0.3 if truth == "running" else 30
            )
        except AssertionError as error:
            raise Wrong(f"{error}. A process that was not started has no pid.") from None
        expect(said == truth, f"expected {truth!r}, and got {brief(said)}. {because}")
    return "From pid, is_alive and exitcode you can tell everything that a parent can know."


def ex05_race(answer: Answer) -> str:
    """Wait for whichever of several processes ends first, and end the others."""
    race = function_of(answer, "race", codes=(0, *SIGNALLED))
    for winner in ["cy", "ada"]:
        target = partial(run_race, winner, Made("Event"))
        said, timeline = recorded(race, target, ["ada", "bo", "cy"])
        runners = {note.text for note in timeline.notes if note.pid != timeline.pid}
        expect(
            len(timeline.notes) == len(runners),
            "somebody ran in your own process, or twice. Start each name once, as a process: "
            "target=target with args=(name,).",
        )
        expect(
            said == winner,
            f"{winner} was the first, all others still ran, and the answer was {brief(said)}. "
            "multiprocessing.connection.wait tells which of the sentinels is ready.",
        )
    return "It waits for whoever is first, and leaves nobody on the track."


def ex05_orphan(answer: Answer) -> str:
    """End a process gently, so that what it has started does not become an orphan."""
    run_for_a_moment = function_of(answer, "run_for_a_moment")
    at_work, timeline = recorded(beside(answer, seen_at_work, codes=ANY), run_for_a_moment)
    expect(at_work is True, "no worker has begun to work. Let the manager start it.")
    here = [note for note in timeline.notes if note.pid == timeline.pid]
    expect(not here, "the work was done in your own process. Let the manager's child do it.")
    expect(
        any(note.text == "all put away" for note in timeline.notes),
        "the worker has not put its things away. terminate() ends the manager and nobody else: "
        "its worker goes on as an orphan. Ask instead of ending: set the event, and join.",
    )
    return "Asked to end, a process can wait for its own children; terminated, it cannot."
