import os
import time

import psutil

from helpers.recording import record
from tests import children


def test_samples_cover_the_recording_core_by_core():
    with record(cpu=True) as timeline:
        children.work(0.6)

    times = [sample.time for sample in timeline.cpu]
    assert times == sorted(times) and times[0] > 0 and times[-1] == timeline.duration
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
            if "helpers.recording.sampler" in " ".join(child.cmdline())
        ]
        before = time.monotonic()
    took = time.monotonic() - before
    worker.terminate()
    worker.join(timeout=30)

    assert len(samplers) == 1 and not samplers[0].is_running()
    assert took < 10  # not the 20 seconds after which it is killed
