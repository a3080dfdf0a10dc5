"""The judges of lesson 06."""

import multiprocessing
import sysconfig
import tempfile
from pathlib import Path
from types import SimpleNamespace

from helpers.exercises.asking import Answer
from helpers.exercises.judging import brief, expect, function_of, recorded, start_by
from helpers.exercises.review import ANY


def ex06_lines(answer: Answer) -> str:
    """Bring back from children what they found, since a change to a global stays in the child."""
    stdlib = Path(sysconfig.get_path("stdlib"))
    paths = [stdlib / name for name in ["abc.py", "ast.py", "bisect.py", "calendar.py"]]
    with tempfile.TemporaryDirectory() as folder:
        said, timeline = recorded(function_of(answer, "count_all", codes=ANY), paths, Path(folder))
    children = {note.pid for note in timeline.notes} - {timeline.pid}
    expect(
        all(note.pid != timeline.pid for note in timeline.notes) and len(children) == len(paths),
        f"each of the {len(paths)} files should be counted once, in a child of its own, and "
        f"{len(children)} children counted.",
    )
    expect(
        isinstance(said, dict) and len(said) == len(paths),
        f"expected a number of lines for each of {len(paths)} files, and got {brief(said)}. What a "
        "child changes is its own copy of the global. A file is shared: let each child write its "
        "result into one of its own in the folder.",
    )
    for path in paths:
        truth = path.read_bytes().count(b"\n")
        expect(
            said.get(path.name) == truth,
            f"{path.name} has {truth} lines, and the answer was {brief(said.get(path.name))}. "
            "An exit code is too small for that (0 to 255); text from a file wants int().",
        )
    return "Nothing comes back by itself; what goes through a file does."


def ex06_setting(answer: Answer) -> str:
    """Hand over what a child needs to know, instead of setting a global before the start."""
    greet_all = function_of(answer, "greet_all")
    for method in sorted(multiprocessing.get_all_start_methods(), reverse=True):
        start_by(answer, method)
        _, timeline = recorded(greet_all, ["ada", "bo"], "fr")
        said = sorted(note.text for note in timeline.notes if note.pid != timeline.pid)
        expect(
            said == ["bonjour ada", "bonjour bo"],
            f"under {method} expected bonjour, and the children said {brief(said)}. A child that "
            "imports the module finds the global as the module sets it. Make it an argument.",
        )
    return "What a child needs to know is an argument; so it is right under every start method."


def ex06_memory(answer: Answer) -> str:
    """Say how much memory several processes need together, and why it is not the sum of all."""
    needed = function_of(answer, "needed_together")
    for words, sizes, truth, because in [
        ("one process of 80, 60 of it its own", [(80, 60)], 80, "Alone, it needs all of it."),
        (
            "five forked processes of 100, 5 of each its own",
            [(100, 5)] * 5,
            120,
            "The 95 that they share are there once, and not five times.",
        ),
        ("three that share nothing", [(30, 30)] * 3, 90, "What is its own counts for each."),
        (
            "a parent of 200 and a child of 150, 60 and 10 their own",
            [(200, 60), (150, 10)],
            210,
            "The parent's 140 are not its own but there, once; the child shares these.",
        ),
    ]:
        said = needed([SimpleNamespace(rss=rss, uss=uss) for rss, uss in sizes])
        expect(
            said == truth,
            f"{words} (all in MB): expected {truth}, and got {brief(said)}. {because}",
        )
    return "The sum of all sizes counts what is shared again and again."
