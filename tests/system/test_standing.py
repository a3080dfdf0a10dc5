import os
import signal
import subprocess
import sys
from multiprocessing import get_all_start_methods

import pytest

from helpers.recording import record
from helpers.system import standing
from helpers.system.processes import is_running
from helpers.system.programs import run_program
from helpers.system.standing import standing_still, stands_still, wait_until

CREWS = {
    "locks": ["program", "anna", "bert"],
    "counter": ["program", "sue"],
    "report": ["program", "cleo"],
}
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")


@pytest.fixture(params=get_all_start_methods())
def method(request, monkeypatch):
    """Have programs start their processes by each method in turn."""
    monkeypatch.setattr(standing, "get_start_method", lambda allow_none: request.param)
    return request.param


@pytest.fixture
def run_busy():
    """Give the pid of a process that computes without end."""
    process = subprocess.Popen(
        [sys.executable, "-c", "print(flush=True)\nwhile True: pass"], stdout=-1
    )
    process.stdout.readline()
    yield process.pid
    process.kill()
    process.communicate(timeout=30)


@pytest.mark.parametrize("kind", CREWS)
def test_a_program_that_stands_still_can_be_looked_at_and_is_ended(kind, method):
    with standing_still("hanging", kind) as program:
        there = [name for name, pid in program.pids.items() if is_running(pid)]
        assert there == CREWS[kind]
        assert program.errors() == ""
    assert not any(map(is_running, program.pids.values()))
    assert not program.folder.exists()


def test_a_pool_has_lost_a_worker(method):
    with standing_still("hanging", "pool", "log") as program:
        assert sum(map(is_running, program.pids.values())) == 2
        assert "cleaning up worker" in program.errors()


@posix
def test_all_children_of_the_program_dump_when_they_are_asked(method):
    with standing_still("hanging", "locks", "register") as program:
        for number, name in enumerate(["anna", "bert"], start=1):
            os.kill(program.pids[name], signal.SIGUSR1)
            assert wait_until(lambda n=number: program.errors().count("in take_both") == n, 10)
        assert all(map(is_running, program.pids.values()))


def test_what_is_added_to_the_environment_reaches_the_program():
    with standing_still("hanging", "locks", PYTHONFAULTHANDLER="1") as program:
        os.kill(program.pids["anna"], getattr(signal, "SIGABRT", signal.SIGTERM))
        assert wait_until(lambda: not is_running(program.pids["anna"]), 10)
        assert os.name == "nt" or "in take_both" in program.errors()
    assert "PYTHONFAULTHANDLER" not in os.environ


def test_a_program_that_ends_does_not_stand_still(monkeypatch):
    monkeypatch.setattr(standing, "DEADLINE", 1)
    with (
        pytest.raises(RuntimeError, match="greeting did not come to a standstill"),
        standing_still("greeting"),
    ):
        pass


def test_whoever_computes_does_not_stand_still(run_busy):
    assert not stands_still([run_busy])


ENDINGS = {
    "SIGTERM": (lambda program: program.process.terminate(), 143),
    "Ctrl-C": (lambda program: os.killpg(program.process.pid, signal.SIGINT), -2),
    "SIGKILL": (lambda program: program.process.kill(), -9),
}


@posix
@pytest.mark.parametrize("way", ENDINGS)
def test_a_program_ends_well_however_it_is_ended(way, method):
    end, code = ENDINGS[way]
    with record() as timeline, standing_still("ends_well") as program:
        end(program)
        assert program.process.wait(timeout=30) == code
        assert wait_until(lambda: not any(map(is_running, program.pids.values())), 30)
    cleaned = timeline.phases("cleaning up")
    assert sorted(span.process for span in cleaned) == ["anna", "bert"]
    assert not any(span.cut for span in cleaned)


def test_it_ends_well_after_an_error_of_its_own():
    with record() as timeline:
        ended = run_program("ends_well", "error", deadline=60)
    assert ended.exit_code == 1
    assert "ZeroDivisionError" in ended.errors
    assert os.name == "nt" or len(timeline.phases("cleaning up")) == 2
