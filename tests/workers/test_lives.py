import multiprocessing
import os
import sys
from functools import partial
from multiprocessing.connection import wait

import pytest

from helpers.recording import record
from helpers.system import waiting
from helpers.system.processes import status, wait_for_status
from helpers.system.programs import run_program
from helpers.workers import lives
from tests import children

WINDOWS = sys.platform == "win32"
BY_KILL = -15 if WINDOWS else -9
posix = pytest.mark.skipif(WINDOWS, reason="Windows has no such signals, and no zombies")


@pytest.fixture
def start_ready(context, monkeypatch):
    """Start processes under each start method; see that none of them lives on."""
    monkeypatch.setattr(waiting, "Process", context.Process)
    started = []

    def start(name, target, *args):
        started.append(waiting.start_ready(name, target, *args))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.join(timeout=30)


def ended(process):
    process.join(timeout=30)
    return process.exitcode


def texts(timeline):
    return [note.text for note in timeline.notes]


def test_a_worker_works_until_it_is_told(context):
    stop = context.Event()
    process = context.Process(target=lives.work_until, args=(stop,))
    with record() as timeline:
        process.start()
        assert process.is_alive()
        stop.set()
        assert ended(process) == 0

    assert [(span.label, span.cut) for span in timeline.spans] == [("working", False)]


@pytest.mark.parametrize(("code", "exit_code"), [(None, 0), (0, 0), (7, 7)])
def test_a_worker_chooses_its_exit_code(run, code, exit_code):
    (process,) = run(lives.exit_with, (code,))
    assert process.exitcode == exit_code


def test_an_error_ends_a_worker(run, capfd):
    (process,) = run(lives.fail, ())
    assert process.exitcode == 1
    with pytest.raises(ValueError, match="no paper"):
        lives.fail()


def test_a_worker_that_finishes_cleans_up(start_ready):
    with record() as timeline:
        assert ended(start_ready("anna", lives.work_and_clean_up, 0.01)) == 0
    assert texts(timeline) == ["finished", "cleaned up"]


@pytest.mark.parametrize(("force", "exit_code"), [("terminate", -15), ("kill", BY_KILL)])
def test_a_worker_that_is_ended_does_not(start_ready, force, exit_code):
    with record() as timeline:
        process = start_ready("anna", lives.work_and_clean_up, 20)
        getattr(process, force)()
        assert ended(process) == exit_code

    assert texts(timeline) == []
    assert [span.cut for span in timeline.spans] == [True]


def test_a_worker_that_ends_instead_of_getting_ready_is_named():
    with pytest.raises(
        RuntimeError, match="anna has ended with exit code 3 instead of sending a word"
    ):
        waiting.start_ready("anna", children.fail_with)
    for child in multiprocessing.active_children():
        child.join(timeout=30)


@posix
def test_a_handler_decides_how_terminate_ends(start_ready):
    with record() as timeline:
        process = start_ready("anna", lives.work_and_handle_sigterm)
        process.terminate()
        assert ended(process) == 3

    assert texts(timeline) == ["cleaned up"]
    assert [span.cut for span in timeline.spans] == [False]


@posix
def test_terminate_can_be_ignored_and_kill_cannot(start_ready):
    process = start_ready("anna", lives.work_and_ignore_sigterm)
    process.terminate()
    process.join(timeout=0.2)
    assert process.is_alive()
    process.kill()
    assert ended(process) == -9


@pytest.mark.parametrize("gently", [True, False])
def test_a_lock_outlives_its_holder(context, start_ready, gently):
    lock, stop = context.Lock(), context.Event()
    with record() as timeline:
        anna = start_ready("anna", lives.hold_until_stopped, lock, stop)
        patience = 30 if gently else 0.3
        bert = start_ready("bert", partial(lives.try_to_get, patience=patience), lock)
        if gently:
            stop.set()
        else:
            anna.terminate()
        assert (ended(anna), ended(bert)) == (0 if gently else -15, 0)

    assert texts(timeline) == ["got the lock" if gently else "gave up"]
    assert lock.acquire(timeout=0.1) is gently
    held = [span.process for span in timeline.spans if span.label == "holding lock"]
    assert held == (["anna", "bert"] if gently else ["anna"])


@posix
@pytest.mark.parametrize(
    "method", sorted({"fork", "spawn"} & {*multiprocessing.get_all_start_methods()})
)
def test_whoever_is_not_waited_for_is_a_zombie(method):
    process = multiprocessing.get_context(method).Process(target=lives.exit_with, args=(0,))
    process.start()
    assert wait_for_status(process.pid, "zombie", "gone") == "zombie"
    assert not process.is_alive()
    assert status(process.pid) == "gone"


@pytest.mark.skipif(
    "forkserver" not in multiprocessing.get_all_start_methods(), reason="there is no fork server"
)
def test_a_fork_server_leaves_no_zombies():
    context = multiprocessing.get_context("forkserver")
    process = context.Process(target=lives.exit_with, args=(5,))
    process.start()
    assert wait_for_status(process.pid, "gone") == "gone"
    assert process.exitcode == 5


def test_what_has_no_such_status_is_waited_for_in_vain(monkeypatch):
    times = iter([0.0, 5.0, 11.0])
    monkeypatch.setattr(lives.time, "perf_counter", lambda: next(times))
    assert wait_for_status(os.getpid(), "gone") not in ("zombie", "gone")


def test_an_orphan_outlives_its_parent():
    with record(cpu=True) as timeline:
        program = run_program("orphans", deadline=60)

    assert (program.exit_code, program.output, program.errors) == (0, "", "")
    before, after, last = timeline.notes
    assert before.text == "the child lives: True; its parent is the worker: True"
    assert after.text == f"the child lives: True; its parent is the worker: {WINDOWS}"
    assert (last.process, last.text) == ("worker's child", "my parent is alive: False")
    spans = {each.process: each for each in timeline.spans}
    program, worker, child = (spans[n] for n in ["program", "program's worker", "worker's child"])
    assert (worker.label, worker.cut) == ("waiting for its child", True)
    assert (child.label, child.cut) == ("working", False)
    assert child.end > worker.end and child.end > program.end


@posix
@pytest.mark.parametrize("forked", [True, False])
def test_the_sentinel_of_the_dead_is_late_if_a_forked_child_lives(forked):
    """Whoever shows this in a lesson should learn here when Python has changed it."""
    if "fork" not in multiprocessing.get_all_start_methods() or sys.platform == "darwin":
        pytest.skip("fork is missing or unsafe here")
    fork = multiprocessing.get_context("fork")
    receiver, sender = fork.Pipe(duplex=False)
    method = "fork" if forked else "spawn"
    worker = fork.Process(target=lives.have_a_child, args=(sender, method))
    worker.start()
    waiting.wait_for_word(worker, receiver)
    worker.terminate()
    assert wait_for_status(worker.pid, "zombie") == "zombie"
    assert bool(wait([worker.sentinel], timeout=0.3)) is not forked
    assert not worker.is_alive() and worker.exitcode == -15
    assert wait([worker.sentinel], timeout=30)  # when the orphan has ended


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_a_worker_notices_that_its_parent_has_been_killed(method):
    if (method, sys.platform) == ("fork", "darwin"):
        pytest.skip("fork is unsafe on macOS")
    with record(cpu=True) as timeline:
        program = run_program("watched", method, deadline=60)

    assert program.exit_code == (15 if WINDOWS else -9)
    ends = {each.process: each.end for each in timeline.spans}
    assert ends["anna"] < ends["bert"] - 0.5
    heard, seen = (note.text for note in timeline.notes if note.process == "anna")
    if method == "fork":
        assert heard == "parent_process() is alive: True"  # bert has the other end of its pipe
        assert seen == "os.getppid() is the same: False"
    if method == "forkserver" or WINDOWS:
        assert heard == "parent_process() is alive: False"
        assert seen == "os.getppid() is the same: True"
