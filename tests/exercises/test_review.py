"""What an answer did is seen, whatever its judge asks for; and where it stands if it hangs."""

import multiprocessing
import os
import subprocess
import sys
import time

import pytest

from helpers.environment import ROOT
from helpers.exercises import FOLDER, UNTIL, notes, witness
from helpers.system import load
from tests.exercises.trials import due, solution

METHODS = multiprocessing.get_all_start_methods()
SQUARES = solution("ex09_squares")


def replaced(text, old, new):
    assert text.count(old) == 1
    return text.replace(old, new)


def at_the_end(code):
    """Let the solution do something more before it returns its squares."""
    return replaced(SQUARES, "    return squares\n", f"    {code}\n    return squares\n")


@pytest.mark.parametrize("method", METHODS)
def test_a_child_that_dies_is_told_first(method, judged):
    text = replaced(SQUARES, "square(number)))", "squaer(number)))")
    line = text[: text.index("squaer")].count("\n") + 1
    said = judged("ex09_squares", text, method=method, deadline=6)
    assert f"ended with NameError in line {line} of your file: name 'squaer' is not" in said


@pytest.mark.parametrize("method", METHODS)
def test_a_child_that_cannot_even_begin_is_told_too(method, judged):
    text = "if getattr(__import__('multiprocessing').current_process(), '_inheriting', 0):\n"
    text = f"{text}    raise LookupError('no such luck')\n\n{SQUARES}"
    said = judged("ex09_squares", text, method=method, deadline=6)
    if method == "fork":  # the child imports nothing
        assert said.startswith("right")
    else:
        assert "LookupError in line 2 of your file: no such luck." in said


@pytest.mark.parametrize("method", METHODS)
def test_where_all_stand_is_said_of_what_hangs(method, judged):
    text = replaced(SQUARES, "tasks.put(None)", "pass")
    said = judged("ex09_squares", text, method=method, deadline=4)
    assert "it had not ended after" in due(said)
    assert "your own process stood in line" in said and ".join(" in said
    assert "Process-1 stood in line" in said and "tasks.get" in said


DIES_OF_BEING_LOOKED_AT = """
import signal
import threading

signal.signal(signal.SIGUSR1, signal.SIG_DFL)


def count_all(paths, workers):
    threading.Event().wait(60)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_what_dies_of_being_looked_at_had_not_come_to_its_end(judged):
    said = due(judged("ex13_library", DIES_OF_BEING_LOOKED_AT))
    assert "it had not come to its end after" in said


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("numbers.clear()", "was changed"),
        ("open('notes.txt', 'w').close()", "it has left notes.txt behind"),
        ("import threading, time; threading.Thread(target=time.sleep, args=(1,)).start()",
         "a thread still ran when square_all returned"),
        ("p = Process(target=sys.exit, args=(4,)); p.start(); p.join()", "with exit code 4"),
        ("p = Process(target=time.sleep, args=(9,)); p.start(); p.terminate(); p.join()",
         "was ended by terminate()"),
        ("Process(target=time.sleep, args=(9,), name='lost').start()", "lost still ran when"),
        ("p = Process(target=print(), name='idle'); p.start(); p.join()",
         "the process idle had nothing to do"),
        ("import multiprocessing as m; m.set_start_method(METHOD, force=True)",
         "has made spawn the default start method of the whole program"),
        ("from multiprocessing.shared_memory import SharedMemory as S; S(create=True, size=9)",
         "it has left a block of shared memory behind"),
    ],
)  # fmt: skip
def test_what_is_changed_or_left_or_ends_badly_is_not_right(code, words, judged):
    if sys.platform == "win32" and ("terminate" in code or "Shared" in code):
        pytest.skip("Windows ends processes in another way, and blocks by itself")
    start = "import sys\nimport time\n\nMETHOD = 'spawn'\n"
    method = METHODS[0] if METHODS[0] != "spawn" else None
    assert words in judged("ex09_squares", start + at_the_end(code), method=method)


def test_what_was_printed_is_shown_and_no_traceback(judged):
    text = replaced(SQUARES, "square(number)))", "square(number) + 1 / 0))")
    text = text.replace("def square_all", "print('now it begins')\n\n\ndef square_all")
    said = judged("ex09_squares", text, deadline=6)
    assert "ZeroDivisionError" in said and said.count("now it begins") >= 1
    assert "Traceback" not in said


def life(began, ended, **more):
    known = dict(pid=1, parent=0, name="", method="", code=0, told=(), ignored=False, error=None)
    return notes.Life(began=began, ended=ended, **(known | more))


def test_what_ran_at_the_same_time_is_counted():
    assert notes.at_once([]) == 0
    assert notes.at_once([life(0, 2), life(1, 3), life(2, 4), life(5, 6)]) == 2
    assert notes.at_once([life(0, None), life(1, None), life(2, 2.5)]) == 3


def test_notes_are_put_together_and_half_a_line_is_left_out(tmp_path, monkeypatch):
    (tmp_path / "10.events").write_text(
        "('started', 11, 'anna', 'spawn', 2.0)\n('told', 11, 'kill', 3.0)\n"
        "('ended', 11, -9, 4.0)\n('started', 12, 'bo",
        encoding="utf-8",
    )
    (tmp_path / "11.events").write_text("('began', 11, 'anna', 10, 1.5)\n", encoding="utf-8")
    monkeypatch.setenv(FOLDER, str(tmp_path))
    (anna,) = notes.crew()
    assert anna == notes.Life(11, 10, "anna", "spawn", 1.5, None, -9, ("kill",), False, None)


@pytest.mark.skipif(not witness.SIGNAL, reason="this system has no such signal anyway")
def test_without_signals_a_process_says_unasked_where_it_stands(tmp_path):
    code = (
        "import time; from helpers.exercises import witness\n"
        "witness.SIGNAL = None\nwitness.begin()\ntime.sleep(1)"
    )
    env = {FOLDER: str(tmp_path), UNTIL: str(time.time() + 0.3), "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", code], env=os.environ | env, timeout=60, check=True)
    (stack,) = tmp_path.glob("*.stack")
    assert "line 4" in stack.read_text(encoding="utf-8")


def test_the_machines_own_sitecustomize_runs_as_well(tmp_path):
    (tmp_path / "sitecustomize.py").write_text("print('its own')\n", encoding="utf-8")
    hook = ROOT / "helpers" / "exercises" / "hook"
    paths = os.pathsep.join([str(hook), str(ROOT), str(tmp_path)])
    command = [sys.executable, "-c", "print('mine')"]
    ended = subprocess.run(
        command, env=os.environ | {"PYTHONPATH": paths}, capture_output=True, text=True, timeout=60
    )
    assert ended.stdout.split("\n") == ["its own", "mine", ""]


class Family:
    """Stands in for a process that has used so many seconds of CPU."""

    def __init__(self, pid, used):
        self.pid, self.used = pid, used

    def cpu_times(self):
        return (self.used, 0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("busy", "used", "waited", "is_starved"),
    [
        (10, 9, 5, False),  # it kept the machine busy itself
        (19, 1, 5, True),
        (19, 1, 0.2, False),  # it did not want to run
        (19, 1, None, True),  # whether it did, nobody knows
    ],
)
def test_who_wants_to_run_and_cannot_is_starved(busy, used, waited, is_starved, monkeypatch):
    monkeypatch.setattr(load, "clock", lambda: (20.0, float(busy)))  # two CPUs, ten seconds
    monkeypatch.setattr(load, "_waited", lambda process: waited)
    assert load.starved((0.0, 0.0), [Family(1, used)], 10.0) == is_starved
