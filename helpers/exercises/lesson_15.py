"""The judges of lesson 15."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from helpers.exercises.asking import Answer
from helpers.exercises.experiments.lesson_12 import all_of
from helpers.exercises.judging import Wrong, beside, brief, chance, expect, function_of
from helpers.exercises.lesson_15_dumps import drawn_dump, first_dumps
from helpers.exercises.review import ANY
from helpers.exercises.workers import lesson_15 as tasks
from helpers.system.processes import descendants, is_running

NAMES = ["ada", "bo", "cy", "dee", "eve", "fay", "gus"]
LATEST = 4.0  # seconds in which a program that was told to end has ended


def ex15_culprit(answer: Answer) -> str:
    """Read a dump of a program that hangs: what kind of hang it is, and whose."""
    cases = [*first_dumps(), *(drawn_dump() for _ in range(40))]
    handed = [(case[0],) for case in cases]
    found, _ = beside(answer, all_of)(function_of(answer, "diagnose"), handed)
    for (dump, kind, pids, because), said in zip(cases, found, strict=True):
        words = f"expected ({kind!r}, {sorted(pids)}), and got {brief(said)}. {because}"
        right = isinstance(said, tuple | list) and len(said) == 2
        right = right and isinstance(said[1], list | tuple | set) and said[0] == kind
        expect(right and sorted(map(repr, said[1])) == sorted(map(repr, pids)), f"{words}\n{dump}")
    return "You know a culprit by its dump, and who only stands beside it."


def ex15_collect(answer: Answer) -> str:
    """Wait for results and for deaths, and for nobody for ever."""
    collect = function_of(answer, "collect", codes=ANY)
    names, code = chance.sample(NAMES, 5), chance.randint(2, 100)
    one, other = chance.sample(range(10**6), 2)
    work = {
        names[0]: (tasks.send, (one, 0.0)),
        names[1]: (tasks.end_with, (code,)),
        names[2]: (tasks.send_much, (other,)),
        names[3]: (tasks.keep_silent, ()),
        names[4]: (tasks.keep_silent_stubbornly, ()),
    }
    came = ("result", one), ("died", code), ("result", f"{other} " * tasks.MUCH)
    truth = dict(zip(names, [*came, ("late", None), ("late", None)], strict=True))
    patience = chance.uniform(1.9, 2.1)
    began = time.monotonic()
    said = collect(work, patience)
    took = time.monotonic() - began
    _expect_collected(said, truth)
    expect(
        len(answer.crew) == len(work),
        f"{len(work)} tasks were handed over, each for a process of its own; there were "
        f"{len(answer.crew)} processes.",
    )
    began = [life.began for life in answer.crew]
    expect(
        max(began) - min(began) < 0.4 * patience,
        "one task was run after another. Start all, and then wait.",
        timed=True,
    )
    expect(
        took < patience + 1.2,
        f"patience was {patience:.1f} seconds for all together, and it took {took:.1f}: two were "
        "silent, and each of them was waited for. Wait for all at the same time, until one moment.",
        timed=True,
    )
    expect(collect({}, 0.5) == {}, "if there are no tasks, an empty dictionary is expected.")
    _expect_quick(answer)
    return "Results, deaths and silence: each is told, and nobody is waited for in vain."


def _expect_collected(said: object, truth: dict) -> None:
    expect(
        isinstance(said, dict) and set(said) == set(truth),
        f"a dictionary with each name was expected, and came {brief(said)}.",
    )
    for name, due in truth.items():
        came = said[name] if isinstance(said[name], tuple) else (said[name],)
        expect(
            came == due, f"{name}: {_because(due)}, and got {brief(said[name])}.", came[0] == "late"
        )


def _because(due: tuple) -> str:
    """Say what was expected of a task, and why."""
    if due[0] == "died":
        return (
            f"it ended with exit code {due[1]} and sent nothing, so {due} was expected. Wait for "
            "its pipe and for its sentinel: connection.wait does both"
        )
    if due[0] == "late":
        return f"it was still silent when patience ran out, so {due} was expected"
    if due[1] is None:
        return "it sent None, which is a result like any other, so ('result', None) was expected"
    if isinstance(due[1], str):
        return "it sent more than a pipe holds, and ends when that is read; a result was expected"
    return f"it sent {due[1]} in time, so {due} was expected"


def _expect_quick(answer: Answer) -> None:
    """See that nobody is waited for when all have sent or died."""
    collect, began = function_of(answer, "collect", codes=ANY), time.monotonic()
    work = {"ada": (tasks.send, (None, 0.0)), "bo": (tasks.be_killed, ())}
    said = collect(work | {"cy": (tasks.send, (7, 0.3))}, 5.0)
    took = time.monotonic() - began
    killed = -signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM
    died = ("died", int(killed))
    _expect_collected(said, {"ada": ("result", None), "bo": died, "cy": ("result", 7)})
    expect(
        took < 3.5,
        f"all had sent, or were killed, at once; patience was 5 seconds, and it took "
        f"{took:.1f}. Return as soon as it is known of each what became of it.",
        timed=True,
    )


def ex15_ending(answer: Path) -> str:
    """End a program's children, however it is ended itself."""
    ways = {"an error": _order, "SIGTERM": _terminate, "Ctrl-C": _interrupt, "SIGKILL": _kill}
    if os.name == "nt":  # where a process that is ended by a signal cannot clean up
        ways = {"an error": _order}
    for way, end in ways.items():
        _expect_ending(answer, way, end)
    return (
        "After an error, SIGTERM, Ctrl-C and its own sudden death nobody is left, and all is clean."
    )


def _expect_ending(answer: Path, way: str, end) -> None:
    with tempfile.TemporaryDirectory() as folder:
        process = _start(answer, folder)
        try:
            crew = _ready(process, Path(folder))
            end(process, Path(folder))
            _expect_all_ended(process, crew, way)
            left = sorted(path.name for path in Path(folder).iterdir() if path.name != "order")
            expect(
                not left,
                f"after {way} all processes have ended, but {' and '.join(left)} had no time to "
                "clean up: the file is still there. A child that is told by SIGTERM runs no "
                "finally, unless a handler raises SystemExit.",
            )
            _expect_code(process, way)
        finally:
            process.kill()
            process.wait(timeout=5)


def _start(answer: Path, folder: str) -> subprocess.Popen:
    """Start the program in a session of its own, so that Ctrl-C reaches nobody else."""
    return subprocess.Popen(
        [sys.executable, answer, folder],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _ready(process: subprocess.Popen, folder: Path) -> list[int]:
    """Wait until both workers have made their files; return who is there."""
    end = time.monotonic() + 5
    while len(list(folder.iterdir())) < 2:
        if process.poll() is not None:
            raise Wrong(f"the program ended by itself, with exit code {process.returncode}.")
        if time.monotonic() > end:
            raise Wrong("after 5 seconds anna and bert had not both made their files.", timed=True)
        time.sleep(0.02)
    time.sleep(0.3)  # to get ready
    return [each.pid for each in descendants(process.pid)]


def _expect_all_ended(process: subprocess.Popen, crew: list[int], way: str) -> None:
    end = time.monotonic() + LATEST
    while time.monotonic() < end:
        left = sum(map(is_running, crew))
        if process.poll() is not None and not left:
            return
        time.sleep(0.02)
    who = "the program still runs" if process.poll() is None else "it has ended"
    raise Wrong(
        f"{LATEST:g} seconds after {way} {who}, and {left} of its processes do. {HINTS[way]}",
        timed=True,
    )


HINTS = {
    "an error": "Put what ends the children into a finally.",
    "SIGTERM": "Without a handler SIGTERM ends the program on the spot, and runs no finally.",
    "Ctrl-C": "It reaches the children as well: let them ignore it, and let the parent end them.",
    "SIGKILL": "A parent that is killed cannot end anybody: each child has to watch its parent.",
}


def _expect_code(process: subprocess.Popen, way: str) -> None:
    if way == "SIGTERM":
        expect(
            process.returncode == 143,
            f"after SIGTERM the exit code was {process.returncode}, and 143 was asked for.",
        )
    if way == "an error":
        expect(
            process.returncode == 1,
            f"after an error the exit code was {process.returncode}, and 1 was expected: let the "
            "error come through.",
        )


def _order(process: subprocess.Popen, folder: Path) -> None:
    whole = folder / "order"
    whole.write_text("no number", encoding="utf-8")


def _terminate(process: subprocess.Popen, folder: Path) -> None:
    process.terminate()


def _interrupt(process: subprocess.Popen, folder: Path) -> None:
    os.killpg(process.pid, signal.SIGINT)


def _kill(process: subprocess.Popen, folder: Path) -> None:
    process.kill()
