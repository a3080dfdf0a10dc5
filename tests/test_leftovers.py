"""The check for what tests leave behind finds it all, and blames nobody else."""

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from multiprocessing import shared_memory
from threading import Timer
from types import SimpleNamespace

import psutil
import pytest

from helpers.environment import ROOT
from tests import children, plugin
from tests.isolation import MARK
from tests.leftovers import SHARED, leftovers, present

needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="shared memory has no folder here")


def found(tmp_path, before, spared=0):
    return leftovers(tmp_path, before, spared, patience=0.2)


def test_a_child_left_behind_is_found(tmp_path, context):
    before = present(tmp_path)
    child = context.Process(target=children.hold)
    child.start()
    try:
        (words,) = found(tmp_path, before)
        assert words.startswith(f"process {child.pid}: ")
        assert not found(tmp_path, before, spared=child.pid)
    finally:
        child.kill()
        child.join(timeout=30)
    assert not found(tmp_path, before)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no zombies")
def test_a_zombie_left_behind_is_found(tmp_path):
    before = present(tmp_path)
    child = subprocess.Popen([sys.executable, "-c", ""])
    time.sleep(1)
    assert found(tmp_path, before) == {f"process {child.pid}, a zombie"}
    child.wait(timeout=30)
    assert not found(tmp_path, before)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a session of its own")
def test_an_orphan_left_behind_is_found(tmp_path):
    before = present(tmp_path)
    code = (
        "import subprocess, sys\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'],\n"
        "                         start_new_session=True, stdout=subprocess.DEVNULL)\n"
        "print(child.pid)\n"
    )
    orphan = int(subprocess.check_output([sys.executable, "-c", code], timeout=60))
    try:
        assert any(str(orphan) in words for words in found(tmp_path, before))
    finally:
        psutil.Process(orphan).kill()


@needs_shared
def test_shared_memory_left_behind_is_found(tmp_path):
    before = present(tmp_path)
    block = shared_memory.SharedMemory(create=True, size=16)
    assert found(tmp_path, before) == {f"shared memory {SHARED / block.name}"}
    block.close()
    block.unlink()
    assert not found(tmp_path, before)


HOLD = "; print('ready', flush=True); input(); "
HOLDING = {
    "a semaphore": "import multiprocessing as m; lock = m.get_context('spawn').Lock()" + HOLD,
    "a block": (
        "from multiprocessing.shared_memory import SharedMemory; b = SharedMemory(None, True, 9)"
        + HOLD
        + "b.close(); b.unlink()"
    ),
    "an open block": (
        "import os, _posixshmem as shm; name = f'/psm_{os.getpid()}'; "
        "shm.shm_open(name, os.O_CREAT | os.O_RDWR, 0o600)" + HOLD + "shm.shm_unlink(name)"
    ),
}


@contextmanager
def a_program(code, environment):
    """Run a program that has said that it is ready, until the end of the block."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen([sys.executable, "-c", code], env=environment, **pipes) as program:
        assert program.stdout.readline() == "ready\n"
        try:
            yield program
        finally:
            program.communicate("\n", timeout=30)
    assert program.returncode == 0


@needs_shared
@pytest.mark.parametrize("what", HOLDING)
def test_shared_memory_of_others_is_none_of_our_business(tmp_path, monkeypatch, what):
    before = present(tmp_path)
    monkeypatch.setattr("tests.leftovers._descendants", lambda: {os.getpid()})  # it is none
    strangers = {name: value for name, value in os.environ.items() if name != MARK}
    with a_program(HOLDING[what], strangers):
        assert shared(present(tmp_path) - before)
        assert not found(tmp_path, before)


@needs_shared
@pytest.mark.parametrize("what", HOLDING)
def test_shared_memory_of_what_the_tests_started_is(tmp_path, monkeypatch, what):
    before = present(tmp_path)
    monkeypatch.setattr("tests.leftovers._descendants", lambda: {os.getpid()})
    with a_program(HOLDING[what], os.environ):
        assert shared(found(tmp_path, before))
    assert not found(tmp_path, before)


def shared(descriptions):
    return {words for words in descriptions if words.startswith("shared memory")}


def test_files_left_behind_are_found(tmp_path):
    before = present(tmp_path)
    stray = ROOT / "tests/stray.json"
    (tmp_path / "recording-0").mkdir()
    stray.touch()
    try:
        assert found(tmp_path, before) == {f"file {stray}", f"recording {tmp_path / 'recording-0'}"}
    finally:
        stray.unlink()


def test_files_of_somebody_who_works_through_the_lessons_are_not(tmp_path, monkeypatch):
    monkeypatch.setattr("tests.leftovers.ROOT", tmp_path)
    before = present(tmp_path / "temporary")
    for name in ["notebooks/ex00_dinner.py", "notebooks/Untitled.ipynb", ".venv/new", "README.txt"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    (words,) = found(tmp_path / "temporary", before)
    assert words == f"file {tmp_path / 'README.txt'}"


@needs_shared
def test_what_a_test_beside_this_one_makes_and_leaves_is_not(tmp_path):
    before, ours, theirs = present(tmp_path), SHARED / "sem.beside-1", SHARED / "sem.beside-2"
    ours.touch()
    try:
        assert found(tmp_path, before) == {f"shared memory {ours}"}
        swap = Timer(0.1, lambda: (theirs.touch(), ours.unlink()))  # nobody holds it
        swap.start()
        assert not leftovers(tmp_path, before, patience=5)
        swap.join(timeout=60)
    finally:
        ours.unlink(missing_ok=True)
        theirs.unlink(missing_ok=True)


def test_what_is_left_is_told_once(tmp_path, monkeypatch):
    monkeypatch.setattr(plugin, "leftovers", lambda _, allowed, *__: {"file stray"} - allowed)
    config = SimpleNamespace(stash={plugin.TEMPORARY: tmp_path, plugin.BEFORE: frozenset()})
    assert plugin._leftovers(config) == {"file stray"}
    assert not plugin._leftovers(config)
