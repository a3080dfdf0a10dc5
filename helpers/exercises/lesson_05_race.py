"""The judge of an exercise of lesson 05: a race, of which the judge decides who wins it."""

import time
from functools import partial

from helpers.exercises.asking import Answer
from helpers.exercises.judging import (
    Wrong,
    brief,
    chance,
    expect,
    function_of,
    notes_of_children,
    recorded,
)
from helpers.exercises.referee import race_of
from helpers.exercises.review import SIGNALLED
from helpers.exercises.workers.lesson_05 import run_race
from helpers.recording import Timeline

NAMES = ["anna", "boris", "clara", "diana", "edgar", "frida", "gustav", "hanna"]


def ex05_race(answer: Answer) -> str:
    """Wait for whichever of several processes ends first, and end the others."""
    many = chance.sample(NAMES, 4)
    low, middle, high = sorted(chance.sample(NAMES, 3))
    few = [middle, *chance.sample([low, high], 2)]  # neither place nor alphabet tells who is first
    began = time.monotonic()
    _expect_winner(answer, many, [many[3], chance.choice(many[1:3])], 0)
    # As long as all of the first race took: whoever waits for some time sees nobody's end.
    took = time.monotonic() - began
    _expect_winner(answer, few, [few[0], few[2]], took)
    return "It waits for whoever is first, and leaves nobody on the track."


FIRST = (
    " To wait for one after the other, or for some time, does not tell who was first: "
    "multiprocessing.connection.wait tells which of the sentinels is ready."
)


def _expect_winner(answer: Answer, names: list[str], order: list[str], seconds: float) -> None:
    """Have a race run, of which the judge decides who ends first, and who second."""
    race, (winner, second) = function_of(answer, "race", codes=(0, *SIGNALLED)), order
    with race_of(len(names), order, seconds, answer.pid) as gate:
        # The first in the row, or the last, for whoever waits for all but one.
        gate.say(f"{names[0] if winner == names[-1] else names[-1]} stays")
        try:
            said, timeline = recorded(race, partial(run_race, gate), names)
        except (StopIteration, IndexError, ValueError) as error:
            if gate.has("first is over"):
                raise
            what = f"line {error.line} led to {type(error).__name__}"
            raise Wrong(f"{what}, when nobody had ended yet.{FIRST}") from None
    notes = _notes_of_all(timeline, names)
    expect(
        gate.has(f"{winner} ends"),
        f"the answer was {brief(said)}, when nobody had ended yet.{FIRST}",
    )
    because = f" All others still ran.{FIRST}"
    if said not in names:
        because = " Return one of the names that were handed over."
    elif gate.has(f"{second} ends"):
        because = f" {second} ended a moment later.{FIRST}"
    expect(
        said == winner,
        f"{winner} was the first, and the answer was {brief(said)}.{because}",
        timed=gate.has(f"{second} ends"),
    )
    late = [text.split()[1] for text in notes if text.startswith("over")]
    expect(
        {*late} <= {winner},
        f"{winner} had ended, and {' '.join({*late} - {winner})} still ran to the end. As soon as "
        "one has ended, the others are to be ended, with terminate().",
        timed=True,
    )


def _notes_of_all(timeline: Timeline, names: list[str]) -> list[str]:
    """Return what the runners noted, each of whom was there, in a process, with all others."""
    ran_here = (
        "somebody ran in your own process. Start a process for each: target=target with "
        "args=(name,)."
    )
    notes = [note.text for note in notes_of_children(timeline, ran_here)]
    expect(
        not any(text.startswith("alone") for text in notes),
        "not all were on the track at the same time. Start all before you wait for anybody.",
        timed=True,
    )
    runners = sorted(text for text in notes if text in names)
    expect(
        runners == sorted(names),
        f"{', '.join(sorted(names))} should have run, each once, and there ran "
        f"{', '.join(runners) or 'nobody'}. Who is ended before anybody has come to an end has no "
        "chance: to wait for some time does not tell who was first.",
    )
    return notes
