import multiprocessing
import os
import signal
import sys
import time
from types import SimpleNamespace

import psutil
import pytest
from IPython.core.events import EventManager, available_events

from helpers.lesson import finding, obstacle_to_speed, progress, show_source, tidy_up_after_errors
from helpers.recording import Sample, Span, Timeline
from helpers.system.processes import is_running
from helpers.system.waiting import wait_for_word
from helpers.workers import tasks
from tests import children
from tests.leftovers import SHARED


@pytest.mark.parametrize(("success", "left"), [(True, 1), (False, 0)])
def test_a_cell_that_fails_loses_its_children(context, success, left):
    from helpers.lesson import _tidy_up

    child = context.Process(target=children.hold)
    child.start()
    _tidy_up(SimpleNamespace(success=success, error_in_exec=None))
    assert len(context.active_children()) == left
    child.kill()
    child.join(timeout=30)


@pytest.mark.parametrize("ignoring", [False, True])
def test_grandchildren_are_ended_too(context, ignoring):
    from helpers.lesson import _tidy_up

    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=children.have_a_child_that_stays, args=(sender, ignoring))
    child.start()
    grandchild = wait_for_word(child, receiver, deadline=30)
    _tidy_up(SimpleNamespace(success=False, error_in_exec=None))
    left = is_running(grandchild)
    if left:
        psutil.Process(grandchild).kill()
    assert not left and not is_running(child.pid)
    assert multiprocessing.active_children() == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no zombies")
def test_a_child_that_multiprocessing_has_forgotten_is_reaped(context):
    from helpers.lesson import _tidy_up

    child = context.Process(target=children.die)
    child.start()
    multiprocessing.process._children.discard(child)  # as if stopped before it was noted there
    _tidy_up(SimpleNamespace(success=False, error_in_exec=None))
    assert not psutil.pid_exists(child.pid) or context.get_start_method() == "forkserver"


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
        assert len(set(SHARED.glob("sem.mp-*")) - before) == 1
        raise KeyboardInterrupt(lock is not None)

    before = set(SHARED.glob("sem.mp-*"))
    with pytest.raises(KeyboardInterrupt) as caught:
        cell()
    _tidy_up(SimpleNamespace(success=False, error_in_exec=caught.value))
    assert set(SHARED.glob("sem.mp-*")) <= before


def test_tidying_up_is_registered_once(monkeypatch):
    shell = SimpleNamespace(events=EventManager(None, available_events))
    monkeypatch.setattr("helpers.lesson.get_ipython", lambda: shell)
    tidy_up_after_errors()
    before = list(shell.events.callbacks["post_run_cell"])
    tidy_up_after_errors()
    assert shell.events.callbacks["post_run_cell"] == before
    assert sum(callback.__name__ == "_tidy_up" for callback in before) == 1


def test_a_listing_is_the_source_itself():
    listing = show_source(tasks.do_nothing, tasks.say_hello).data
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
    assert capsys.readouterr().out.splitlines() == [
        "yes: it holds",
        "not measurable now (one core): it is hidden",
        "NO: it does not hold",
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
