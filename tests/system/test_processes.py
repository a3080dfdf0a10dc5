import os
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from helpers.system.processes import find_family, is_running
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
    assert child.pid not in [member.pid for member in find_family({child.pid: "worker"})]


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
