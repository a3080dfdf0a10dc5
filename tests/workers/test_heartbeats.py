import os
import sys

import pytest

from helpers.recording import record
from helpers.system.programs import run_program
from helpers.workers import heartbeats
from helpers.workers.tasks import NotingProcess


def notes_of(timeline):
    return [(each.process, each.text) for each in timeline.notes]


@pytest.mark.parametrize("daemon", [False, True])
def test_a_process_says_whether_it_is_a_daemon(context, daemon):
    with record() as timeline:
        child = context.Process(target=heartbeats.describe, name="child", daemon=daemon)
        child.start()
        child.join(timeout=30)

    assert notes_of(timeline) == [("child", f"daemon: {daemon}; its child would be: {daemon}")]


def test_a_daemon_may_have_no_children():
    with record() as timeline:
        child = NotingProcess(target=heartbeats.have_a_child, name="child", daemon=True)
        child.start()
        child.join(timeout=30)

    assert child.exitcode == 1
    assert notes_of(timeline) == [
        ("child", "AssertionError: daemonic processes are not allowed to have children")
    ]


@pytest.mark.parametrize(
    ("options", "finishes"),
    [((), True), (("join",), True), (("daemon",), False), (("daemon", "join"), True)],
)
def test_how_a_program_ends(options, finishes):
    with record(cpu=True) as timeline:
        ended = run_program("program_end", *options, deadline=60)

    assert (ended.exit_code, ended.output, ended.errors) == (0, "", "")
    work = next(each for each in timeline.spans if each.label == "working")
    program = next(each for each in timeline.spans if each.label == "program")
    assert (work.process, program.process) == ("worker", "program")
    assert work.cut is not finishes
    assert notes_of(timeline) == [("worker", "finished"), ("worker", "cleaned up")] * finishes
    assert (program.end > work.end) == ("join" in options) or "daemon" in options


def test_a_daemon_leaves_half_a_file(tmp_path):
    path = tmp_path / "half.txt"
    assert run_program("half_written", path, deadline=60).exit_code == 0
    assert path.read_text(encoding="utf-8") == "first line\n"


def test_a_file_is_whole_without_a_daemon(run, tmp_path):
    from multiprocessing import Pipe

    path = tmp_path / "whole.txt"
    receiver, sender = Pipe(duplex=False)
    run(heartbeats.write_two_lines, (str(path), sender))
    assert receiver.poll(30)
    assert path.read_text(encoding="utf-8") == "first line\nlast line\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to handle")
def test_a_daemon_that_handles_its_end_delays_the_program():
    with record() as timeline:
        ended = run_program("slow_to_end", deadline=60)

    spans = {each.label: each for each in timeline.spans}
    assert ended.exit_code == 0
    assert spans["cleaning up"].end > spans["program"].end
    assert not any(each.cut for each in timeline.spans)


def test_a_daemon_outlives_a_program_that_is_killed():
    with record() as timeline:
        ended = run_program("killed_outright", deadline=60)

    assert ended.exit_code == (-9 if os.name != "nt" else 15)
    assert notes_of(timeline) == [
        ("program", "killed"),
        ("worker", "the parent is alive: False; its daemon is still here"),
    ]


def test_a_heart_beats_until_it_is_stopped(context):
    with record() as timeline:
        heart = context.Process(target=heartbeats.beat, args=(0.01,), name="heart", daemon=True)
        heart.start()
        heart.join(timeout=1)
        heart.terminate()
        heart.join(timeout=30)

    assert len(timeline.notes) > 2
    assert set(notes_of(timeline)) == {("heart", "alive")}
