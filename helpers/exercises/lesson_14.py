"""The judges of lesson 14."""

import multiprocessing
import tempfile
from pathlib import Path

from helpers.exercises.asking import Answer
from helpers.exercises.functions import Function
from helpers.exercises.judging import (
    brief,
    chance,
    expect,
    function_of,
    notes_of_children,
    recorded,
    start_by,
)
from helpers.exercises.lesson_14_ends import (
    NAMES,
    ex14_census,
    ex14_pipe,
    expect_each_once,
)

__all__ = ["ex14_census", "ex14_log", "ex14_pipe", "ex14_top"]

EDGES = [(3, 8, 0), (3, 11, 7), (3, 13, 0), (3, 13, 7), (3, 13, 8), (3, 13, 10), (3, 14, 0)]
EDGES += [(3, 14, 1), (3, 14, 10), (3, 15, 0)]


def ex14_top(answer: Answer) -> str:
    """Say who runs the top lines of a program, and what that means for a lock there."""
    runs_top = function_of(answer, "runs_top")
    versions = [*EDGES, *((3, chance.randint(8, 15), chance.randint(0, 20)) for _ in range(10))]
    for version in versions:
        for method in ("fork", "forkserver", "spawn"):
            for way in ("path", "-m", "notebook"):
                truth, because = _runs_top(method, version, way)
                said = runs_top(method, version, way)
                expect(
                    said == truth,
                    f"{method}, {version}, {way!r}: expected {truth!r}, and got {brief(said)}. "
                    f"{because}",
                )
    get_lock = function_of(answer, "get_lock")
    for children in [0, 1, 2, chance.randint(3, 90)]:
        for runner, truth, because in [
            ("program", 0, "All children have the program's own lock, which it holds."),
            ("server", min(1, children), "The children share one lock, and one of them has it."),
            ("child", children, "Each child has a lock of its own."),
        ]:
            said = get_lock(runner, children)
            expect(
                isinstance(said, int) and said == truth,
                f"runner={runner!r}, children={children}: expected {truth}, and got "
                f"{brief(said)}. {because}",
            )
    return "You can say whose lock a child has, wherever and however a program is run."


def _runs_top(method: str, version: tuple[int, ...], way: str) -> tuple[str, str]:
    """Return who runs the top lines, and why."""
    if method == "fork":
        return "program", "A forked child is a copy of the program, which has run them."
    if method == "spawn":
        return "child", "A spawned child imports what it needs, anew."
    if way != "path":
        return "child", "The fork server imports only a program that is run by its path."
    if version >= (3, 14, 1) or (3, 13, 8) <= version < (3, 14):
        return "server", "Since 3.13.8 and 3.14.1 the fork server imports the program, once."
    return "child", "Up to 3.13.7, and in 3.14.0, no fork server imports the program."


def ex14_log(answer: Answer) -> str:
    """Have the lines of all children arrive in a log, under every start method."""
    serve_all = function_of(answer, "serve_all")
    for method in sorted(multiprocessing.get_all_start_methods(), reverse=True):
        start_by(answer, method)
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            first, second = Path(folder, "first.log"), Path(folder, "second.log")
            _expect_log(serve_all, method, first, chance.sample(NAMES, 2))
            before = first.read_text(encoding="utf-8")
            _expect_log(serve_all, method, second, chance.sample(NAMES, 1))
            expect(
                first.read_text(encoding="utf-8") == before,
                f"under {method} serve_all was called again, with another file, and the first "
                "one got more lines: it still has a handler, of the call before.",
            )
    return "Each child knows by itself where its lines go, under every start method."


def _expect_log(serve_all: Function, method: str, path: Path, guests: list[str]) -> None:
    """Have guests served; see that there is one more line for each, with what was cooked."""
    path.write_text("opened\n", encoding="utf-8")
    _, timeline = recorded(serve_all, guests, path)
    notes = notes_of_children(timeline, "your own process called cook. Let the children do it.")
    expect_each_once(notes, guests, "guest", "cook")
    kept, *lines = path.read_text(encoding="utf-8", errors="replace").splitlines() or [""]
    expect(
        kept == "opened",
        f"under {method} the line that was in the file before is gone: a file that is opened "
        'with mode "w" is emptied, by each process that opens it.',
    )
    dishes = [note.text.partition(" ")[2] for note in notes]
    there = [sum(dish in line for line in lines) for dish in dishes]
    expect(
        max(there) < 2,
        f"under {method} a line is there {max(there)} times. A forked child has the handlers of "
        "its parent, too; give the logger one in the child, and none in the parent.",
    )
    expect(
        min(there) == 1,
        f"under {method} {len(guests)} guests were served, and the log has the lines of "
        f"{sum(there)}. A child that is not forked has no handler and no level of its parent's: "
        "hand over where to write, and set up the logging in the child.",
    )
    expect(
        len(lines) == len(guests),
        f"under {method} the log should have {len(guests)} more lines, and has {len(lines)}: "
        f"{brief(lines)}",
    )
