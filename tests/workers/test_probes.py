"""The probes of lesson 04, and the programs that it runs."""

import multiprocessing
import os
import pickle
import random
import subprocess
import sys
import threading

import pytest

from helpers.environment import ROOT
from helpers.recording import record
from helpers.system.programs import run_program
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
    assert context.get_start_method() != "forkserver" or run(heavy.do_nothing, ())  # starts it
    enough = threading.Event()
    threading.Thread(target=enough.wait, args=(60,), name=probes.MARK).start()
    monkeypatch.setattr(probes, "setting", probes.MARK)
    monkeypatch.setenv("MARK", probes.MARK)
    monkeypatch.setattr(sys, "path", [*sys.path, probes.MARK])
    monkeypatch.setattr(sys, "argv", [*sys.argv, probes.MARK])
    with open(probes.__file__, encoding="utf-8") as file:
        status = os.fstat(file.fileno())
        identity = (status.st_dev, status.st_ino)
        noted = notes_of(run, probes.look_around, (file.fileno(), identity))
    enough.set()

    assert len(noted) == 7
    told = {"a new folder in sys.path: yes", "a new item in sys.argv: yes"}
    variable = {"a new environment variable: yes"}
    memory = {"a changed global: yes", "an imported module: yes", "an open file: yes"}
    assert {text for text in noted if text.endswith("yes")} == {
        "fork": told | variable | memory,
        "forkserver": told,
        "spawn": told | variable,
    }[context.get_start_method()]


def test_another_file_under_the_same_number_is_not_it(tmp_path):
    (tmp_path / "other").touch()
    with open(tmp_path / "other", encoding="utf-8") as file:
        number = file.fileno()
        status = os.fstat(number)
        assert probes.is_open(number, (status.st_dev, status.st_ino))
        assert not probes.is_open(number, (status.st_dev, status.st_ino + 1))
    assert not probes.is_open(number, (status.st_dev, status.st_ino))


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


def test_what_children_import_adds_nothing_heavy():
    code = (
        "import multiprocessing.spawn, multiprocessing.util, sys\n"
        "import random\n"
        "before = set(sys.modules)\nimport helpers.workers.probes\n"
        "print(*set(sys.modules) - before)"
    )
    command = [sys.executable, "-S", "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    added = set(done.stdout.split())
    assert "helpers.workers.probes" in added
    assert added <= {
        *("__future__", "helpers", "helpers.spans"),
        *("helpers.workers", "helpers.workers.probes"),
    }, done.stderr


def test_a_start_method_is_set_once():
    ended = run_program("set_twice", deadline=60)
    assert ended.exit_code == 1
    assert ended.output == "the program's start method: spawn\na context of its own: spawn\n"
    assert ended.errors.endswith("RuntimeError: context has already been set\n")


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
