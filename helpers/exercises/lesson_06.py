"""The judges of lesson 06."""

import multiprocessing
import tempfile
from pathlib import Path

from helpers.exercises.asking import Answer
from helpers.exercises.functions import Function
from helpers.exercises.gatekeeper import gate_for
from helpers.exercises.judging import (
    brief,
    chance,
    expect,
    function_of,
    notes_of_children,
    recorded,
    start_by,
)
from helpers.exercises.review import expect_codes
from helpers.exercises.workers.lesson_06 import GROWING, Usage

NO_ERROR = (0, *range(2, 65_536))  # the exit codes of a child that tells a number by its own
NAMES = ["ada", "bo", "cy", "dora", "egon", "frida", "gil"]


def ex06_lines(answer: Answer) -> str:
    """Bring back from children what they found, since a change to a global stays in the child."""
    count_all = function_of(answer, "count_all", codes=NO_ERROR)
    names = chance.sample(NAMES, 3)
    for chosen in [names[:3], names[2:3]]:  # one of them again, with other lines
        with tempfile.TemporaryDirectory() as logs, tempfile.TemporaryDirectory() as folder:
            paths = [Path(logs, name + GROWING) for name in chosen]
            for path in paths:
                path.write_text("a line\n" * chance.randint(300, 2000), encoding="utf-8")
            _expect_counts(count_all, paths, folder)
            expect(
                len(list(Path(logs).iterdir())) == len(paths),
                "something was written beside the files that were to be counted. Your own files "
                "belong into the folder.",
            )
    return "Nothing comes back by itself; what goes through a file does."


def _expect_counts(count_all: Function, paths: list[Path], folder: str) -> None:
    """Have the lines of some files counted; compare what came back with what children found."""
    with gate_for(len(paths)):
        said, timeline = recorded(count_all, paths, Path(folder))
    notes_of_children(
        timeline,
        "your own process counted lines. Each file should be counted in a child of its own.",
    )
    found = {note.text.split()[0]: int(note.text.split()[1]) for note in timeline.notes}
    children = {note.pid for note in timeline.notes}
    expect(
        len(found) == len(timeline.notes) == len(children) == len(paths),
        f"each of {len(paths)} files should be counted once, by count_lines, in a child of its "
        f"own. Files that were counted: {len(found)}; children that counted: {len(children)}.",
    )
    expect(
        isinstance(said, dict) and len(said) >= len(paths),
        f"expected a number of lines for each of {len(paths)} files, and got {brief(said)}. What a "
        "child changes is its own copy of the global. A file is shared: let each child write its "
        "result into one of its own in the folder; of those who write into the same one at the "
        "same time, the last wins.",
    )
    expect(
        set(said) == set(found),
        f"the files were {', '.join(sorted(found))}, and the answer is {brief(said)}. It should "
        "have the names of these files, path.name, and no others.",
    )
    for name, number in found.items():
        expect(
            said[name] == number,
            f"the child that counted {name} found {number} lines, and the answer was "
            f"{brief(said[name])}. These files grow: only the child knows what it has found. "
            "An exit code is too small for that (0 to 255); text from a file wants int().",
        )
    expect_codes(count_all.answer.crew, (0,))


def ex06_setting(answer: Answer) -> str:
    """Hand over what a child needs to know, instead of setting a global before the start."""
    greet_all = function_of(answer, "greet_all")
    for method in sorted(multiprocessing.get_all_start_methods(), reverse=True):
        start_by(answer, method)
        languages = chance.sample([("fr", "bonjour"), ("en", "hello")], 2)
        for (chosen, word), number in zip(languages, [2, 1], strict=True):
            names = chance.sample(NAMES, number)
            _expect_greetings(greet_all, method, names, chosen, word)
    return "What a child needs to know is an argument; so it is right under every start method."


def _expect_greetings(
    greet_all: Function, method: str, names: list[str], chosen: str, word: str
) -> None:
    """Have some people greeted in one language, with processes started by one method."""
    _, timeline = recorded(greet_all, names, chosen)
    crew = greet_all.answer.crew
    notes_of_children(
        timeline,
        "your own process greeted somebody. Let a process do it for each name.",
    )
    said = sorted(note.text for note in timeline.notes)
    expect(
        len(said) == len(names) and len(crew) >= min(2, len(names)),
        f"{len(names)} names were to be greeted, each in a process, and {len(crew)} processes gave "
        f"{len(said)} greetings. Is there one for each name, and is each started?",
    )
    wanted = sorted(f"{word} {name}" for name in names)
    expect(
        said == wanted,
        f"under {method}, with {chosen!r} chosen, expected {brief(wanted)}, and the children said "
        f"{brief(said)}. A child that imports the module finds the global as the module sets it. "
        "Make it an argument.",
    )


def ex06_memory(answer: Answer) -> str:
    """Say how much memory several processes need together, and why it is not the sum of all."""
    needed = function_of(answer, "needed_together")
    for words, sizes, because in _families():
        processes = [Usage(rss, uss) for rss, uss in sizes]
        truth = max(each.rss - each.uss for each in processes) + sum(each.uss for each in processes)
        said = needed(processes)
        expect(
            said == truth,
            f"{words} (rss and uss, in MB: {sizes}): expected {truth}, and got "
            f"{brief(said)}. {because}",
        )
    return "The sum of all sizes counts what is shared again and again."


def _families() -> list[tuple[str, list[tuple[int, int]], str]]:
    """Make up families of processes; tell in words what each is, and what it teaches."""
    own, shared = chance.randint(2, 9), chance.randint(40, 90)
    some = [(size, size) for size in chance.sample(range(20, 90), 3)]
    mixed = []
    for number in [0, 1, 2, 3, 4]:
        parts = [(chance.randint(6, 60), chance.randint(0, 90)) for _ in range(number)]
        parts += [(chance.randint(200, 300), 30), (chance.randint(0, 5), 10)]
        chance.shuffle(parts)
        parts.insert(1, (chance.randint(6, 60), 100))  # it shares most; others are first, or last,
        mixed.append([(mine + ours, mine) for mine, ours in parts])  # or larger, or smaller
    return [
        ("one process alone", [(own + shared, own)], "Alone, it needs all of it."),
        (
            "five forked processes, all alike",
            [(own + shared, own)] * 5,
            "What they share is there once, and not five times.",
        ),
        ("three that share nothing", some, "What is its own counts for each."),
        ("two that have nothing of their own", [(shared, 0)] * 2, "What they share is there once."),
        (
            "a parent and a small child",
            [(3 * shared, 5), (2 * shared, own + 5)],
            "What is not the parent's own is there, once; the child shares some of it.",
        ),
        *(
            (
                f"{len(family)} of many kinds",
                family,
                "What is its own counts for each; what is shared is there once, as much as the one "
                "that shares most has of it, whoever that is.",
            )
            for family in mixed
        ),
    ]
