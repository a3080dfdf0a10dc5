"""The judges of lesson 00."""

import sys

from helpers.exercises.asking import Answer, Made
from helpers.exercises.judging import brief, expect, function_of, recorded
from helpers.recording import Span, Timeline


def ex00_dinner(answer: Answer) -> str:
    """Start two processes and record what they do."""
    _, timeline = recorded(function_of(answer, "give_dinner"), Made("Barrier", 2))
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


def ex00_reading(answer: Answer) -> str:
    """Read a timeline: who did what, and for how long."""
    timeline = Timeline("MainProcess", 1)
    for process, label, start, end in [
        ("ada", "computing", 0.0, 1.5),
        ("grace", "waiting", 0.25, 1.0),
        ("ada", "waiting", 1.5, 2.0),
        ("grace", "computing", 1.0, 2.0),
        ("ada", "computing", 2.0, 2.25),
        ("alan", "waiting", 0.0, 2.0),
    ]:
        timeline.spans.append(
            Span(label, process, len(process), "MainThread", start, end, 0, False)
        )
    said = function_of(answer, "seconds_computing")(timeline)
    expect(
        isinstance(said, dict), f"expected a dictionary from name to seconds, not {brief(said)}."
    )
    expect(
        said.get("grace") == 1.0,
        f"grace computes from 1.0 s to 2.0 s, that is 1.0 s, and there was {said.get('grace')!r}. "
        'Look only at spans whose label is "computing".',
    )
    expect(
        said.get("ada") == 1.75,
        f"ada computes for 1.5 s and, later, for 0.25 s; that makes 1.75, and there was "
        f"{said.get('ada')!r}. A process can have several spans: add them up.",
    )
    expect(
        not said.get("alan") and said.keys() <= {"ada", "grace", "alan"},
        f"only ada and grace compute, and there was {brief(said)}.",
    )
    return "You can read a timeline with a program, as well as with your eyes."


def ex00_machine(answer: Answer) -> str:
    """Check that a machine is ready: which Python, and which packages in which version."""
    from importlib import metadata  # here, since it is slow to import

    packages = ["psutil", "no-package-has-this-name", "matplotlib"]
    said = function_of(answer, "describe")(packages)
    expect(isinstance(said, dict), f"expected a dictionary, and got {brief(said)}.")
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    expect(
        said.get("python") == python,
        f'for "python" expected {python!r}, and got {said.get("python")!r}. '
        "sys.version_info has the numbers, major and minor.",
    )
    for package in ["psutil", "matplotlib"]:
        there = metadata.version(package)
        expect(
            said.get(package) == there,
            f"{package} is there, in version {there}, and the answer was {said.get(package)!r}. "
            "Ask importlib.metadata.version(package).",
        )
    expect(
        said.get(packages[1], "nothing") is None,
        f"what is missing should be None, not {said.get(packages[1], 'left out')!r}. "
        "Catch PackageNotFoundError.",
    )
    return "A program can ask this before it needs a package, and say what is missing."
