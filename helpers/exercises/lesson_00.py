"""The judges of lesson 00."""

import math
import sys

from helpers.exercises.asking import Answer
from helpers.exercises.experiments.lesson_00 import imported_of
from helpers.exercises.gatekeeper import gate_for
from helpers.exercises.judging import beside, brief, chance, expect, function_of, recorded
from helpers.recording import Span, Timeline


def ex00_dinner(answer: Answer) -> str:
    """Start two processes and record what they do."""
    for last in chance.sample(["ada", "grace"], 2):
        with gate_for(2) as table:
            table.say(f"{last} stays")
            _, timeline = recorded(function_of(answer, "give_dinner"), table)
        _expect_dinner(timeline)
    return "Two processes were there at the same time, and both were waited for."


def _expect_dinner(timeline: Timeline) -> None:
    """Look who came to the table, and whether they met."""
    guests = [span for span in timeline.spans if span.pid != timeline.pid]
    expect(
        all(span.thread == "MainThread" for span in timeline.spans),
        "a thread of your own process sat down at the table. Take Process, not Thread.",
    )
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
        timed=True,
    )


def ex00_reading(answer: Answer) -> str:
    """Read a timeline: who did what, and for how long."""
    seconds_computing = function_of(answer, "seconds_computing")
    for first in (True, False):
        timeline = _any_timeline(first)
        said = seconds_computing(timeline)
        expect(
            isinstance(said, dict),
            f"expected a dictionary from name to seconds, not {brief(said)}.",
        )
        for process in ["grace", "ada", "alan"]:
            spans = [span for span in timeline.spans if span.process == process]
            computing = [span for span in spans if span.label == "computing"]
            truth = sum(span.end - span.start for span in computing)
            expect(
                process in said or not computing,
                f"{process} computes for {truth:g} s, and is not in the answer.",
            )
            expect(
                process not in said or computing,
                f"{process} never computes, and should not be in the answer. "
                'Look only at spans whose label is "computing".',
            )
            expect(
                not computing or math.isclose(said[process], truth),
                f"{process} computes for {truth:g} s in {len(computing)} of {len(spans)} spans, "
                f"and there was {brief(said.get(process))}. Look only at spans whose label is "
                '"computing", and add them up: a process can have several.',
            )
        expect(len(said) == 2, f"only ada and grace compute, and there was {brief(said)}.")
    return "You can read a timeline with a program, as well as with your eyes."


def _any_timeline(first: bool) -> Timeline:
    """Make a timeline: grace computes once, first or last, ada more often, alan never."""
    timeline = Timeline("MainProcess", 1)
    pieces = ["grace waiting", "alan waiting", "ada waiting", "alan not computing", "ada asking"]
    pieces += ["ada computing"] * chance.randint(2, 4)
    chance.shuffle(pieces)
    pieces.insert(0 if first else len(pieces), "grace computing")
    for number, piece in enumerate(pieces):
        process, label = piece.split(maxsplit=1)
        start, length = number / 4, chance.randint(1, 8) / 8
        span = Span(label, process, len(process), "MainThread", start, start + length, 0, False)
        timeline.spans.append(span)
    return timeline


def ex00_machine(answer: Answer) -> str:
    """Check that a machine is ready: which Python, and which packages in which version."""
    from importlib import metadata  # here, since it is slow to import

    describe = function_of(answer, "describe")
    there = chance.sample(["jupyterlab", "matplotlib", "nbval", "psutil", "tqdm"], 2)
    missing = f"no-package-{chance.randrange(1000)}"
    said = describe([there[0], missing, there[1]])
    expect(isinstance(said, dict), f"expected a dictionary, and got {brief(said)}.")
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    expect(
        said.get("python") == python,
        f'for "python" expected {python!r}, and got {said.get("python")!r}. '
        "sys.version_info has the numbers, major and minor.",
    )
    for package in there:
        version = metadata.version(package)
        expect(
            said.get(package) == version,
            f"{package} is there, in version {version}, and the answer was {said.get(package)!r}. "
            "Ask importlib.metadata.version(package).",
        )
    expect(
        said.get(missing, "nothing") is None,
        f"what is missing should be None, not {said.get(missing, 'left out')!r}. "
        "Catch PackageNotFoundError.",
    )
    expect(len(said) == 4, f"expected python and the three packages, and got {brief(said)}.")
    imported = beside(answer, imported_of)(there)
    expect(
        not imported,
        f"{', '.join(imported)} has been imported. Ask for a version without importing.",
    )
    said = describe([])
    expect(
        said == {"python": python},
        f'without packages there is only "python", and there was {brief(said)}.',
    )
    return "A program can ask this before it needs a package, and say what is missing."
