import os
import subprocess
import sys
import time
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path

import psutil
import pytest

from helpers.system.processes import (
    descendants,
    end_all,
    find_family,
    is_running,
    marked,
    servant,
)
from tests import children


def test_a_family_is_found_with_its_servants(context):
    stranger = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    child = context.Process(target=children.hold)
    child.start()
    try:
        names = {os.getpid(): "tests", child.pid: "worker"}
        family = {member.pid: member for member in find_family(names)}
    finally:
        child.kill()
        child.join(timeout=30)
        stranger.communicate(b"\n", timeout=30)

    assert family[os.getpid()].name == "tests" and family[child.pid].name == "worker"
    assert stranger.pid not in family
    parent = family[family[child.pid].parent]
    assert parent.name == ("fork server" if context.get_start_method() == "forkserver" else "tests")
    assert list(family).index(parent.pid) < list(family).index(child.pid)
    assert {member.name for member in family.values()} <= {
        *("tests", "worker", "fork server", "resource tracker")
    }


def test_who_has_ended_is_in_no_family(context):
    child = context.Process(target=children.say, args=("done",))
    child.start()
    child.join(timeout=60)
    family = find_family({os.getpid(): "tests", child.pid: "worker"})
    pids = [member.pid for member in family]
    assert os.getpid() in pids and child.pid not in pids


def test_is_running():
    assert is_running(os.getpid())
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        assert is_running(process.pid)
    assert not is_running(process.pid)


@pytest.mark.skipif(not Path("/proc").exists(), reason="no zombies to be seen here")
def test_a_zombie_is_not_running():
    process = subprocess.Popen([sys.executable, "-c", ""])
    deadline = time.monotonic() + 30
    while is_running(process.pid) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert psutil.Process(process.pid).status() == psutil.STATUS_ZOMBIE
    process.wait()


STARTS_MORE = """
import os, subprocess, sys, time
sleep = [sys.executable, "-c", "import time; time.sleep(60)"]
subprocess.Popen(sleep, start_new_session=True, stdout=subprocess.DEVNULL)
print("ready", flush=True)
end = time.monotonic() + 60
while time.monotonic() < end:
    subprocess.Popen(sleep, stdout=subprocess.DEVNULL).wait()
"""


@pytest.fixture
def program():
    """Start a program with an independent child; it starts another child whenever one has ended."""
    command = [sys.executable, "-c", STARTS_MORE]
    process = subprocess.Popen(
        command, env=os.environ | MARK, stdout=subprocess.PIPE, start_new_session=True
    )
    with process:
        assert process.stdout.readline().strip() == b"ready"
        yield process
        end_all(of_this_test)


MARK = {"PROCESSES_COURSE_THIS_TEST": "yes"}


def of_this_test():
    return marked("PROCESSES_COURSE_THIS_TEST", "yes")


def test_all_with_a_mark_are_found_and_ended(program):
    assert program.pid in [each.pid for each in of_this_test()]
    assert marked("PROCESSES_COURSE_THIS_TEST", "no") == []
    end_all(of_this_test)
    assert of_this_test() == []


def test_descendants_are_found_and_ended(program):
    root = psutil.Process(program.pid)
    found = descendants(program.pid)
    assert found and root not in found
    end_all(lambda: [root, *descendants(root.pid)] if is_running(root.pid) else [])
    assert of_this_test() == []


def test_ending_has_an_end():
    """Even where something is found again and again, such as what cannot be killed."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    found = psutil.Process(process.pid)
    process.wait(timeout=30)
    before = time.monotonic()
    end_all(lambda: [found], deadline=0.5)
    assert 0.5 <= time.monotonic() - before < 10


SHARES_A_BLOCK = """
import sys, time
from multiprocessing.shared_memory import SharedMemory
block = SharedMemory(create=True, size=1)
print(block.name, flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no resource tracker")
def test_the_resource_tracker_cleans_up_before_it_ends():
    with subprocess.Popen(
        [sys.executable, "-c", SHARES_A_BLOCK],
        env=os.environ | MARK,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        name = process.stdout.readline().strip()
        assert sorted(servant(each) for each in of_this_test()) == ["", "resource tracker"]
        end_all(of_this_test)
    assert of_this_test() == []
    with pytest.raises(FileNotFoundError):
        SharedMemory(name)
