import os
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from helpers.companion import companion
from helpers.cpu import is_running
from helpers.environment import ROOT
from helpers.timeline import record
from tests import children


def test_samples_cover_the_recording_core_by_core():
    with record(cpu=True) as timeline:
        children.work(0.6)

    times = [sample.time for sample in timeline.cpu]
    assert times == sorted(times) and times[0] > 0 and times[-1] <= timeline.duration
    assert len(times) >= 4  # of 12, on a machine that has a core to spare
    assert {len(sample.cores) for sample in timeline.cpu} == {os.cpu_count()}
    assert all(0 <= core <= 1 for sample in timeline.cpu for core in sample.cores)
    assert max(sample.busy for sample in timeline.cpu) > 0.5


def test_a_process_that_ends_between_two_samples_is_recorded(run):
    with record(cpu=True, interval=0.3) as timeline:
        run(children.work, (0.01,))

    assert [each.cut for each in timeline.spans] == [False]


def test_two_samplers_do_not_disturb_each_other():
    with record(cpu=True) as outer:
        time.sleep(0.3)
        with record(cpu=True) as inner:
            time.sleep(0.3)

    assert inner.cpu and outer.cpu
    assert all(0 <= sample.time <= inner.duration for sample in inner.cpu)


def test_the_sampler_is_no_child_of_multiprocessing(context):
    with record(cpu=True):
        assert context.active_children() == []


def test_a_forked_child_that_stays_does_not_keep_the_sampler_alive(context):
    with record(cpu=True):
        worker = context.Process(target=children.hold)
        worker.start()
        samplers = [
            child
            for child in psutil.Process().children()
            if "helpers.cpu" in " ".join(child.cmdline())
        ]
        before = time.monotonic()
    took = time.monotonic() - before
    worker.terminate()
    worker.join(timeout=30)

    assert len(samplers) == 1 and not samplers[0].is_running()
    assert took < 10  # not the 20 seconds after which it is killed


def test_a_companion_ends_with_its_parent():
    """The parent is killed outright, as a kernel may be: nothing can tell the companion."""
    code = (
        "import time\nfrom helpers.companion import companion\n"
        "with companion('helpers.server', 0.1) as port:\n"
        "    print('ready', flush=True)\n    time.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout.readline() == "ready\n"
        (server,) = psutil.Process(parent.pid).children()
        parent.kill()
    server.wait(timeout=30)


def test_a_companion_that_cannot_start_is_named():
    with (
        pytest.raises(RuntimeError, match="helpers.no_such did not get ready"),
        companion("helpers.no_such"),
    ):
        raise AssertionError("never reached")


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
