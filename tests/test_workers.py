import math
import multiprocessing
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from types import SimpleNamespace

import psutil
import pytest
from IPython.core.events import EventManager, available_events

from helpers import workers
from helpers.environment import ROOT
from helpers.lesson import (
    finding,
    obstacle_to_speed,
    progress,
    show_source,
    tidy_up_after_errors,
    wait_for_word,
)
from helpers.server import slow_server
from helpers.timeline import Sample, Span, Timeline, record
from tests import bare, children
from tests.leftovers import SHARED

# What a child must not import: it would pay for it, each time it is started.
HEAVY = {"matplotlib", "psutil", "numpy", "IPython", "json", "pathlib", "tempfile", "hashlib"}


def notes_of(function, *arguments):
    with record() as timeline:
        function(*arguments)
    return [each.text for each in timeline.notes]


def test_primes_are_counted():
    assert [n for n in range(3, 40, 2) if workers.is_prime(n)] == [
        *(3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)
    ]
    assert notes_of(workers.count_primes, 10, 3) == ["7 primes"]  # 3 5 7 11 13 17 19


def test_pieces_of_the_range_add_up():
    whole = int(notes_of(workers.count_primes, 200)[0].split()[0])
    halves = [notes_of(workers.count_primes, 100, workers.FIRST + start) for start in (0, 200)]
    assert sum(int(half[0].split()[0]) for half in halves) == whole > 0


def test_a_task_is_as_large_as_the_time_it_shall_take():
    assert 5 < workers.task_size(1.0) / workers.task_size(0.1) < 20
    with pytest.raises(ValueError, match="above 0 and at most 10, not 0"):
        workers.task_size(0)
    with pytest.raises(ValueError, match="not nan"):
        workers.task_size(math.nan)


def test_every_worker_runs_under_every_start_method(run):
    with slow_server(delay=0) as port, record() as timeline:
        crew = [
            *run(workers.do_nothing, ()),
            *run(workers.say_hello, ()),
            *run(workers.count_primes, (100,)),
            *run(workers.hash_password, (1000,)),
            *run(workers.ask_weather, (port, "Lima")),
        ]

    assert [worker.exitcode for worker in crew] == [0] * 5
    assert [each.label for each in timeline.spans] == [
        *("computing", "computing", "waiting for the network")
    ]
    assert timeline.notes[0].text == "hello"
    assert timeline.notes[-1].text == "Lima: sunny"


@pytest.mark.skipif(not hasattr(workers.os, "sched_setaffinity"), reason="needs Linux")
def test_a_restricted_child_counts_one_cpu(run):
    with record() as timeline:
        run(workers.count_cpus_when_restricted, ())
    assert [each.text for each in timeline.notes] == [
        f"{workers.os.cpu_count()} in the machine, 1 usable"
    ]


def test_the_server_answers_many_at_once_and_is_gone_after():
    with slow_server(delay=0.3) as port, record() as timeline:
        crew = [
            threading.Thread(target=workers.ask_weather, args=(port, f"Öland-{n}"))
            for n in range(20)
        ]
        for thread in crew:
            thread.start()
        for thread in crew:
            thread.join(timeout=30)

    assert {each.text for each in timeline.notes} == {f"Öland-{n}: sunny" for n in range(20)}
    assert all(each.end - each.start >= 0.3 for each in timeline.spans)
    waited = sum(each.end - each.start for each in timeline.spans)
    assert timeline.duration < waited / 2  # one after another it would be as long as all of them
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=5)


@pytest.mark.parametrize("delay", [-1, 11])
def test_a_delay_out_of_range_is_named(delay):
    with pytest.raises(ValueError, match=f"from 0 to 10 seconds, not {delay}"), slow_server(delay):
        raise AssertionError("never reached")


def test_a_spawned_child_imports_nothing_heavy(tmp_path):
    # A program of its own: pytest's own main module must not be imported in the child.
    code = (
        "import multiprocessing, sys\nfrom helpers import workers\nfrom tests import bare\n"
        "context = multiprocessing.get_context('spawn')\n"
        "for path, needed in [(sys.argv[1], []), (sys.argv[2], [workers.count_primes])]:\n"
        "    child = context.Process(target=bare.list_modules, args=(path, *needed))\n"
        "    child.start(); child.join(timeout=30); print(child.exitcode)\n"
    )
    paths = [tmp_path / "bare.txt", tmp_path / "workers.txt"]
    done = subprocess.run(
        [sys.executable, "-c", code, *paths], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.stdout == "0\n0\n", done.stderr
    without, with_workers = (set(path.read_text(encoding="utf-8").split()) for path in paths)
    assert "helpers.spans" in with_workers
    assert (with_workers - without) & HEAVY == set()


@pytest.mark.parametrize(
    ("module", "needed"),
    [
        ("helpers.spans", "sys"),
        ("helpers.workers", "socket"),
        ("helpers.visitors", "random"),
        ("helpers.probes", "random"),
        ("helpers.lives", "sys"),
        ("helpers.memory", "sys"),
        ("helpers.heartbeats", "sys"),
    ],
)
def test_what_children_import_adds_nothing_heavy(module, needed):
    code = (
        f"import multiprocessing.spawn, multiprocessing.util, sys, {needed}\n"
        f"before = set(sys.modules)\nimport {module}\nprint(*set(sys.modules) - before)"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    added = set(done.stdout.split())
    assert module in added
    assert added <= {"__future__", "types", "helpers", "helpers.spans", module}, done.stderr


@pytest.mark.parametrize(("success", "left"), [(True, 1), (False, 0)])
def test_a_cell_that_fails_loses_its_children(context, success, left):
    from helpers.lesson import _tidy_up

    child = context.Process(target=children.hold)
    child.start()
    _tidy_up(SimpleNamespace(success=success, error_in_exec=None))
    assert len(context.active_children()) == left
    child.kill()
    child.join(timeout=30)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no zombies")
def test_a_child_that_multiprocessing_has_forgotten_is_reaped(context):
    from helpers.lesson import _tidy_up

    child = context.Process(target=children.die)
    child.start()
    multiprocessing.process._children.discard(child)  # as if stopped before it was noted there
    _tidy_up(SimpleNamespace(success=False, error_in_exec=None))
    if context.get_start_method() == "forkserver":  # the server reaps it, when it gets to it
        deadline = time.monotonic() + 30
        while psutil.pid_exists(child.pid) and time.monotonic() < deadline:
            time.sleep(0.01)
    assert not psutil.pid_exists(child.pid)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork server")
def test_a_fork_server_that_was_stopped_is_replaced():
    from multiprocessing.forkserver import _forkserver

    from helpers.lesson import _tidy_up

    context = multiprocessing.get_context("forkserver")
    for _ in range(2):
        child = context.Process(target=children.say, args=("hello",))
        child.start()
        child.join(timeout=30)
        assert child.exitcode == 0
        stopped = _forkserver._forkserver_pid
        os.kill(stopped, signal.SIGKILL)  # as Stop does while it begins
        while psutil.Process(stopped).status() != psutil.STATUS_ZOMBIE:
            time.sleep(0.01)
        _tidy_up(SimpleNamespace(success=False, error_in_exec=None))
        assert not psutil.pid_exists(stopped)


@pytest.mark.skipif(not SHARED.exists(), reason="semaphores have no folder here")
def test_a_stopped_cell_gives_back_its_semaphores():
    from helpers.lesson import _tidy_up

    def cell():
        lock = multiprocessing.get_context("spawn").Lock()
        made.append(SHARED / f"sem.{lock._semlock.name.removeprefix('/')}")
        assert made[0].exists()
        raise KeyboardInterrupt(lock is not None)

    made = []
    with pytest.raises(KeyboardInterrupt) as caught:
        cell()
    _tidy_up(SimpleNamespace(success=False, error_in_exec=caught.value))
    assert not made[0].exists()


def test_tidying_up_is_registered_once(monkeypatch):
    shell = SimpleNamespace(events=EventManager(None, available_events))
    monkeypatch.setattr("helpers.lesson.get_ipython", lambda: shell)
    tidy_up_after_errors()
    before = list(shell.events.callbacks["post_run_cell"])
    tidy_up_after_errors()
    assert shell.events.callbacks["post_run_cell"] == before
    assert sum(callback.__name__ == "_tidy_up" for callback in before) == 1


def test_a_word_is_waited_for_but_not_from_the_dead(context):
    here, there = context.Pipe()
    child = context.Process(target=bare.send, args=(there, "ready"))
    child.start()
    assert wait_for_word(child, here, deadline=30) == "ready"
    child.join(timeout=30)

    dead = context.Process(target=children.die, name="dead")
    dead.start()
    with pytest.raises(RuntimeError, match="dead has ended with exit code .* sending a word"):
        wait_for_word(dead, here, deadline=30)
    dead.join(timeout=30)
    silent = context.Process(target=children.hold, name="silent")
    silent.start()
    with pytest.raises(RuntimeError, match="silent is silent"):
        wait_for_word(silent, here, deadline=0.01)
    silent.kill()
    silent.join(timeout=30)


def test_a_listing_is_the_source_itself():
    listing = show_source(workers.do_nothing, workers.say_hello).data
    assert listing.startswith("```python\ndef do_nothing() -> None:\n")
    assert "\n\n\ndef say_hello() -> None:\n" in listing and listing.endswith("\n```")


def test_progress_goes_through_all_and_makes_no_semaphore(capsys, monkeypatch):
    monkeypatch.setattr("multiprocessing.RLock", None)  # tqdm would call it
    assert list(progress([3, 1, 2])) == [3, 1, 2]
    assert "3/3" in capsys.readouterr().out


def test_findings(capsys):
    finding("it holds", True, "an obstacle that does not matter")
    finding("it is hidden", False, "one core")
    finding("it does not hold", False)
    finding("nobody looked", True, unseen="Windows")
    finding("nobody could look", False, "one core", unseen="Windows")
    assert capsys.readouterr().out.splitlines() == [
        "yes: it holds",
        "not measurable now (one core): it is hidden",
        "NO: it does not hold",
        "not to be seen here (Windows): nobody looked",
        "not to be seen here (Windows): nobody could look",
    ]


@pytest.mark.parametrize(
    ("cores", "busy", "words"),
    [
        (1.0, 1.0, "this machine has 1.0 cores for us"),
        (2, None, "the CPU was not sampled"),
        (2, 1.9, "other programs kept 0.9 cores busy"),
        (2, 1.2, ""),
    ],
)
def test_obstacles(monkeypatch, cores, busy, words):
    monkeypatch.setattr("helpers.lesson.usable_cores", lambda: cores)
    samples = None if busy is None else [Sample(0.5, (busy,))]
    spans = [Span("computing", "ada", 7, "MainThread", 0.0, 1.0, 1.0, False)]
    assert obstacle_to_speed(Timeline("MainProcess", 1, spans, cpu=samples)) == words
