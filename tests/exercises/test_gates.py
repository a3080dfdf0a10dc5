"""A gate opens when all have come, or when it is clear that the others do not."""

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from threading import BrokenBarrierError, Thread

import pytest

from helpers.exercises import ANSWER, FOLDER, witness
from helpers.exercises.gatekeeper import gate_for
from helpers.exercises.workers import slow
from helpers.exercises.workers.rest import SEEN, at_rest

BUSY = "while True: pass"
ASLEEP = "import time; time.sleep(60)"
linux = pytest.mark.skipif(not SEEN, reason="whether a process is at rest cannot be seen here")


@contextmanager
def child(code):
    process = subprocess.Popen([sys.executable, "-c", code])
    try:
        yield process
    finally:
        process.kill()
        process.wait(timeout=60)


def until(true, seconds=30.0):
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.01)
    return true()


@linux
def test_who_sleeps_or_has_ended_is_at_rest():
    with child(ASLEEP) as one, child(BUSY) as other:
        assert until(lambda: at_rest([one.pid]))
        assert not until(lambda: at_rest([one.pid, other.pid]), seconds=0.5)
        other.kill()
        assert until(lambda: at_rest([one.pid, other.pid]))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(FOLDER, str(tmp_path))
    return tmp_path


def say_started_and_begun(folder, parent, *pids):
    with open(folder / f"{parent}.events", "a", encoding="utf-8") as file:
        for pid in pids:
            print(("started", pid, "", "spawn", time.monotonic()), file=file)
            print(("began", pid, "", parent, time.monotonic()), file=file)


def waited(gate, seconds=30):
    """Wait at a gate; return whether all came, and how long it took."""
    began = time.monotonic()
    try:
        gate.wait(timeout=seconds)
    except BrokenBarrierError:
        return False, time.monotonic() - began
    return True, time.monotonic() - began


def test_a_gate_opens_when_all_are_there(folder):
    with gate_for(1) as gate:
        say_started_and_begun(folder, os.getpid(), os.getpid())
        assert waited(gate)[0]


@linux
def test_a_gate_opens_when_the_others_wait_for_something_else(folder):
    with child(ASLEEP) as other:
        assert until(lambda: at_rest([other.pid]))
        with gate_for(2, settled=60, patience=60) as gate:
            say_started_and_begun(folder, os.getpid(), os.getpid(), other.pid)
            assert not waited(gate)[0]


@linux
def test_a_gate_waits_for_who_is_on_the_way(folder):
    with child(BUSY) as other, gate_for(2, settled=0, patience=0) as gate:
        say_started_and_begun(folder, os.getpid(), os.getpid(), other.pid)
        came = Thread(target=lambda: (time.sleep(1), (folder / "gate" / "1.here").touch()))
        came.start()
        assert waited(gate)[0]
        came.join(timeout=60)


def test_short_time_outs_are_cut_in_children_only(monkeypatch):
    assert slow.short(1.0) == 1.0
    monkeypatch.setattr(slow, "parent_process", lambda: True)
    assert slow.short(1.0) < 0.1
    assert slow.short(60) == 60 and slow.short(None) is None and slow.short(0.01) == 0.01


@pytest.mark.parametrize(("exercise", "cut"), [("ex11_rounds", True), ("ex05_race", False)])
def test_naps_of_children_that_wait_for_others_are_cut(exercise, cut, monkeypatch):
    slept = []
    monkeypatch.setenv(ANSWER, exercise)
    monkeypatch.setattr(witness, "parent_process", lambda: True)
    monkeypatch.setattr(witness, "is_of_answer", lambda frame: True)
    sleep = witness._short(lambda seconds: slept.append(seconds))
    sleep(0.3)
    assert (slept[0] < 0.1) == cut
