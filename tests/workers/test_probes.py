"""The probes of lesson 04, and the programs that it runs."""

import multiprocessing
import os
import pickle
import random
import re
import subprocess
import sys
import threading

import pytest

from helpers.environment import ROOT
from helpers.recording import record
from helpers.system import programs
from helpers.system.programs import SCRIPTS, run_program
from helpers.workers import heavy, probes

needs_fork = pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="there is no fork here"
)


def notes_of(run, target, *tasks):
    with record() as timeline:
        crew = run(target, *tasks)
    assert [process.exitcode for process in crew] == [0] * len(tasks)
    return [note.text for note in timeline.notes]


def test_work_is_a_span(run):
    with record() as timeline:
        (process,) = run(probes.work_a_moment, ())

    assert process.exitcode == 0
    assert [(span.label, span.pid) for span in timeline.spans] == [("working", process.pid)]


def test_what_arrives_depends_on_the_start_method(context, run, monkeypatch):
    if context.get_start_method() == "forkserver":
        run(heavy.do_nothing, ())  # so that the server runs before anything changes
    enough = threading.Event()
    threading.Thread(target=enough.wait, args=(60,), name=probes.MARK).start()
    monkeypatch.setattr(probes, "setting", probes.MARK)
    monkeypatch.setenv("MARK", probes.MARK)
    monkeypatch.setattr(sys, "path", [*sys.path, probes.MARK])
    monkeypatch.chdir(ROOT / "helpers")
    with probes.lock, open(probes.__file__, encoding="utf-8") as file:
        noted = notes_of(run, probes.look_around, (probes.MARK, file.fileno()))
    enough.set()

    assert len(noted) == 9
    sent = {"an argument: yes", "the working directory: yes", "a new folder in sys.path: yes"}
    variable = {"a new environment variable: yes"}
    memory = {"a changed global: yes", "an imported module: yes", "an open file: yes"}
    memory.add("a held lock: yes")
    assert {text for text in noted if text.endswith("yes")} == {
        "fork": sent | variable | memory,
        "forkserver": sent,
        "spawn": sent | variable,
    }[context.get_start_method()]


def test_where_the_parent_has_none_of_it_nothing_is_found(run):
    with open(os.devnull, encoding="utf-8") as file:
        noted = notes_of(run, probes.look_around, ("another argument", file.fileno()))
    found = {text.removesuffix(": yes") for text in noted if text.endswith("yes")}
    assert found <= {"an imported module"}  # under fork, if another test has imported it


def test_another_file_under_the_same_number_is_not_it():
    with open(probes.__file__, encoding="utf-8") as file:
        number = file.fileno()
        assert probes.is_open(number)
    assert not probes.is_open(number)
    with open(heavy.__file__, encoding="utf-8") as other:
        assert not probes.is_open(other.fileno())


def test_a_parcel_is_opened_or_the_error_noted(run):
    unknown = pickle.dumps(probes.cube).replace(b"cube", b"ball")
    parcels = (pickle.dumps(probes.cube),), (unknown,)
    found, error = sorted(notes_of(run, probes.open_parcel, *parcels), reverse=True)

    assert found == "found cube" and probes.cube(7) == 343
    assert error.startswith("AttributeError: ") and "ball" in error


def test_a_quiet_process_shows_no_traceback():
    code = (
        "from helpers.workers.probes import keep_quiet\nimport multiprocessing\n"
        "if __name__ == '__main__':\n"
        "    with multiprocessing.Pool(1, initializer=keep_quiet) as pool:\n"
        "        try: pool.map_async(len, [3]).get(timeout=30)\n"
        "        except TypeError: print('TypeError')\n"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("TypeError\n", "")


def test_parents_are_named(context):
    ours, theirs = context.Pipe()
    with record() as timeline:
        process = context.Process(target=probes.name_parents, args=(theirs,))
        process.start()
        assert ours.poll(60) and ours.recv() == "here"
        assert process.is_alive()
        ours.send("go")
        process.join(timeout=60)

    system, parent = map(int, timeline.notes[0].text.split())
    assert parent == os.getpid() and process.exitcode == 0
    assert (system == parent) == (context.get_start_method() != "forkserver")


@pytest.mark.parametrize(
    ("target", "repeats"),
    [
        (probes.draw_from_random, False),
        (probes.draw_from_module, True),
        (probes.draw_from_numpy, True),
        (probes.draw_from_own, False),
    ],
)
def test_what_repeats_in_forked_children(context, run, target, repeats):
    import numpy

    numpy.random.random()
    random.random()
    noted = notes_of(run, target, (), (), ())

    assert all(0 <= float(word) < 1 for text in noted for word in text.split())
    assert {len(text.split()) for text in noted} == {10}
    alike = repeats and context.get_start_method() == "fork"
    assert len(set(noted)) == (1 if alike else 3)


def test_a_seed_for_each_child_gives_each_its_own_numbers_again(run):
    first, second = (notes_of(run, probes.draw_from_seed, (1,), (2,)) for _ in range(2))
    assert len(set(first)) == 2
    assert sorted(first) == sorted(second)


def test_the_heavy_module_is_heavy_and_the_probes_are_not():
    code = "import sys\nfrom helpers.workers import {}\nprint('matplotlib' in sys.modules)"
    for module, loaded in [("heavy", "True\n"), ("probes", "False\n")]:
        command = [sys.executable, "-c", code.format(module)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
        assert done.stdout == loaded, done.stderr


@pytest.mark.parametrize(
    ("used", "late"),
    [
        ("Process()", False),
        ("Pipe()", False),
        ("get_context('spawn').Lock()", False),
        ("get_start_method(allow_none=True)", False),
        ("get_start_method()", True),
        ("get_context()", True),
        ("Lock()", True),
        ("Queue()", True),
        ("set_start_method('spawn')", True),
    ],
)
def test_what_is_used_before_makes_it_too_late_to_choose(used, late):
    code = f"from multiprocessing import *\nkept = {used}\nset_start_method('spawn')\n"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (done.returncode, "context has already been set" in done.stderr) == (late, late)


@pytest.mark.parametrize(("script", "code"), [("with_guard", 0), ("without_guard", 1)])
def test_without_a_guard_the_child_fails(script, code):
    ended = run_program(script, deadline=60)
    assert ended.exit_code == 0
    assert ended.output.splitlines() == [
        "these lines are run by __main__",
        "these lines are run by __mp_main__",
        f"exit code: {code}",
    ]
    reason = "RuntimeError: \n        An attempt has been made to start a new process"
    assert (reason in ended.errors) == bool(code)


def is_preloaded(method, by_path):
    """Say whether the fork server of this Python imports such a program, once for all children."""
    version = sys.version_info
    mended = version >= (3, 14, 1) or (3, 13, 8) <= version < (3, 14)
    return method == "forkserver" and by_path and mended


@pytest.mark.parametrize("by_path", [True, False])
def test_who_runs_the_top_lines_of_a_program(context, by_path):
    method = context.get_start_method()
    ended = run_program("top_level", method, deadline=60, by_path=by_path)
    assert (ended.exit_code, ended.errors) == (0, "")
    said = ended.output.splitlines()
    runners = [line.partition(" by ")[2] for line in said if line.startswith("the top lines")]
    copied, own = (
        [line.partition(":")[2] for line in said if f", dice {whence}" in line]
        for whence in ("of the top", "from a seed")
    )

    others = ["__mp_main__ in child 1", "__mp_main__ in child 2"]
    if is_preloaded(method, by_path):
        others = ["__mp_main__ in MainProcess"]  # the fork server
    assert runners == ["__main__ in MainProcess", *([] if method == "fork" else others)]
    assert len(copied) == len(own) == len(set(own)) == 2
    assert len(set(copied)) == (2 if "__mp_main__ in child 2" in runners else 1)


def test_a_missing_guard_stops_the_child_or_the_fork_server(context, tmp_path, monkeypatch):
    method = context.get_start_method()
    if method == "fork":
        pytest.skip("a forked child does not import the program")
    text = (SCRIPTS / "without_guard.py").read_text("utf-8").replace("spawn", method)
    (tmp_path / "bare.py").write_text(text, encoding="utf-8")
    monkeypatch.setattr(programs, "SCRIPTS", tmp_path)
    ended = run_program("bare", deadline=60, by_path=True)
    assert "RuntimeError: \n        An attempt has been made to start a new" in ended.errors
    if is_preloaded(method, by_path=True) and sys.version_info < (3, 15):
        assert ended.exit_code == 1 and "exit code" not in ended.output
        assert re.search("^(EOFError|ConnectionResetError): ", ended.errors, re.M)
    else:
        assert (ended.exit_code, ended.output.splitlines()[-1]) == (0, "exit code: 1")


def test_a_child_needs_what_it_was_lent_until_it_has_begun(context):
    method = context.get_start_method()
    ended = run_program("lent_lock", method, deadline=60)
    forgotten, kept = [line.split()[1:] for line in ended.output.splitlines()]
    assert ended.exit_code == 0 and kept == ["0", "0", "0"]
    if method == "fork" or sys.platform == "win32":
        assert forgotten == ["0", "0", "0"] and ended.errors == ""
    elif method == "spawn":  # a child of a fork server may be quick enough
        assert "1" in forgotten and "FileNotFoundError" in ended.errors


@pytest.mark.parametrize("method", ["forkserver", "spawn"])
def test_a_child_that_starts_afresh_has_a_free_lock(method):
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"there is no {method} here")
    with record() as timeline:
        ended = run_program("held_lock", method, deadline=60)
    assert (ended.exit_code, ended.output.strip(), ended.errors) == (0, "", "")
    assert [note.text for note in timeline.notes] == ["got the lock: True"]


@needs_fork
def test_a_forked_child_never_gets_a_lock_that_a_thread_held():
    with record() as timeline:
        ended = run_program("held_lock", "fork", deadline=60)
    assert ended.exit_code == 0
    assert ("DeprecationWarning" in ended.output) == (sys.version_info >= (3, 12))
    assert [note.text for note in timeline.notes] == ["got the lock: False"]
    spans = {span.label: span for span in timeline.spans}
    assert spans["waiting for lock"].end > spans["holding lock"].end


def test_what_a_terminated_child_did_not_flush_is_lost(monkeypatch):
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)
    ended = run_program("prints", deadline=60)
    assert (ended.exit_code, ended.errors) == (0, "")
    assert ended.output.splitlines() == [
        "the program begins",
        "child 1 printed, and ended by itself",
        "child 3 printed, flushed, and was terminated",
        "the program ends",
    ]
