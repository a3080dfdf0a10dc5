"""What children of lesson 14 find, and the programs that it runs."""

import logging
import multiprocessing
import os
import sys

import pytest

from helpers.recording import record
from helpers.system import programs
from helpers.system.programs import run_program
from helpers.workers import heirs, tasks
from tests.workers.test_probes import is_preloaded, needs_fork

PROGRAM = "run by the program; numbers: 1; locks: 0; NumPy: {}"
SERVER = "run by the fork server; numbers: 1; locks: 1; NumPy: {}"
CHILD = "run by each child; numbers: 3; locks: 3; NumPy: {}"
ALL_BUT_FORK = [each for each in multiprocessing.get_all_start_methods() if each != "fork"]


@pytest.fixture
def changes(monkeypatch, tmp_path):
    """Change what a child may find, and give the path of the log."""
    handler = logging.FileHandler(tmp_path / "shop.log", encoding="utf-8")
    shop, usual = logging.getLogger("shop"), sys.getrecursionlimit()
    monkeypatch.setenv("COLOUR", "red")
    monkeypatch.setattr(shop, "handlers", [handler])
    monkeypatch.setattr(shop, "level", logging.INFO)
    sys.setrecursionlimit(usual + 1)
    yield tmp_path / "shop.log"
    sys.setrecursionlimit(usual)
    handler.close()


@pytest.fixture
def server(context, run):
    """Have the fork server run before anything is changed."""
    run(tasks.do_nothing, ())
    return context.get_start_method()


def test_what_is_changed_reaches_a_child_or_not(server, changes, run):
    with record() as timeline:
        (child,) = run(heirs.look_for_changes, (sys.getrecursionlimit(),))
    assert child.exitcode == 0
    found = [note.text.rpartition(": ") for note in timeline.notes]
    things = ["the environment variable", "the recursion limit", "the logging handler"]
    assert [thing for thing, _, _ in found] == things
    due = {"fork": "yes yes yes", "spawn": "yes no no", "forkserver": "no no no"}
    assert " ".join(answer for _, _, answer in found) == due[server]
    lines = ["a child has looked"] * (server == "fork")
    assert changes.read_text(encoding="utf-8").splitlines() == lines


def test_who_finds_nothing_changed_says_so(run):
    with record() as timeline:
        run(heirs.look_for_changes, (sys.getrecursionlimit() + 1,))
    assert [note.text[-4:] for note in timeline.notes] == [": no"] * 3


@pytest.mark.parametrize("by_path", [True, False])
def test_who_runs_the_top_decides_on_locks_and_numbers(context, by_path):
    method = context.get_start_method()
    ended = run_program("inherited", method, deadline=60, by_path=by_path)
    due = {"fork": PROGRAM, "spawn": CHILD, "forkserver": CHILD}[method]
    if is_preloaded(method, by_path):
        due = SERVER
    assert (ended.exit_code, ended.output.strip()) == (0, due.format(0))


@pytest.mark.parametrize("modules", [["numpy"], ["__main__", "numpy"]])
def test_a_list_of_ones_own_replaces_what_is_preloaded(modules):
    if "forkserver" not in multiprocessing.get_all_start_methods():
        pytest.skip("there is no fork server here")
    ended = run_program("inherited", "forkserver", *modules, deadline=60, by_path=True)
    server = "__main__" in modules and is_preloaded("forkserver", by_path=True)
    assert ended.output.strip() == (SERVER if server else CHILD).format(3)


@needs_fork
def test_a_lock_that_is_made_anew_is_free_in_a_forked_child():
    with record() as timeline:
        ended = run_program("held_lock", "fork", "mended", deadline=60)
    assert ended.exit_code == 0
    assert [note.text for note in timeline.notes] == ["got the lock: True"]


@needs_fork
def test_a_buffer_is_lost_or_written_twice():
    ended = run_program("open_file", "fork", deadline=60)
    lines = ["parent;after;", "parent;child;parent;after;", "parent;child;after;"]
    assert (ended.output.splitlines(), ended.errors) == (lines, "")


@needs_fork
def test_a_transaction_is_taken_back_by_a_child_and_there_all_the_same():
    ended = run_program("open_database", "fork", deadline=60)
    assert ended.output.splitlines() == [
        "the child is in a transaction: True",
        "OperationalError: disk I/O error",
        "in the database: [('anna',)]",
    ]


@pytest.mark.parametrize("method", ALL_BUT_FORK)
def test_what_is_open_cannot_be_handed_over(method):
    assert run_program("open_file", method, deadline=60).output == "TypeError\n"
    ended = run_program("open_database", method, deadline=60)
    error, rows = ended.output.splitlines()
    assert error.startswith("TypeError: cannot pickle") and rows == "in the database: []"


def test_a_pipe_ends_with_the_last_copy_of_its_sending_end(context):
    method = context.get_start_method()
    with record() as timeline:
        ended = run_program("kept_end", method, deadline=60)
    assert (ended.exit_code, ended.errors) == (0, "")
    loaf, end = timeline.notes
    assert (loaf.text, end.text, end.process) == ("a loaf", "the end", "anna")
    (working,) = timeline.phases("working")
    assert (end.time > working.end) == (method == "fork")


LATE = """
import multiprocessing, sys


def look():
    print("numpy" in sys.modules)


if __name__ == "__main__":
    context = multiprocessing.get_context("forkserver")
    for late in (False, True):
        if late:
            context.set_forkserver_preload(["numpy"])
        child = context.Process(target=look)
        child.start()
        child.join(timeout=60)
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no fork server here")
def test_a_preload_that_comes_late_changes_nothing_and_says_nothing(tmp_path, monkeypatch):
    (tmp_path / "late.py").write_text(LATE, encoding="utf-8")
    monkeypatch.setattr(programs, "SCRIPTS", tmp_path)
    ended = run_program("late", deadline=60, by_path=True)
    assert (ended.output.split(), ended.errors) == (["False", "False"], "")
