import sys
import time
from pathlib import Path

import pytest

from helpers.recording import record
from helpers.spans import recording_folder
from helpers.system.programs import run_program
from helpers.workers import heartbeats
from helpers.workers.tasks import NotingProcess
from tests.children import quickly


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
    if finishes:
        assert (program.end > work.end) == ("join" in options)
    else:  # it worked until the program's end, 0.4 s later, give or take the sampler's delay
        assert work.end > program.end - 0.3


def test_a_daemon_leaves_half_a_file(tmp_path):
    path = tmp_path / "half.txt"
    assert run_program("half_written", path, deadline=60).exit_code == 0
    assert path.read_text(encoding="utf-8") == "first line\n"


def test_a_file_is_whole_without_a_daemon(run, tmp_path):
    from multiprocessing import Pipe

    path = tmp_path / "whole.txt"
    receiver, sender = Pipe(duplex=False)
    run(quickly, (heartbeats.write_two_lines, str(path), sender))
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


def test_daemons_end_before_the_others_are_waited_for():
    with record(cpu=True) as timeline:
        assert run_program("program_end", "heart", deadline=60).exit_code == 0

    work = next(each for each in timeline.spans if each.label == "working")
    beats = [each.time for each in timeline.notes if each.process == "heart"]
    assert not work.cut and ("worker", "finished") in notes_of(timeline)
    assert beats and max(beats) < work.end - 0.2


def ended_from_outside(way):
    """Return the program's exit code, and who noted what."""
    with record() as timeline:
        ended = run_program("ended_from_outside", way, deadline=60)
    return ended.exit_code, sorted(notes_of(timeline))


BOTH = [(who, what) for who in ["child", "daemon"] for what in ["cleaned up", "finished"]]
WINDOWS = sys.platform == "win32"
signals = pytest.mark.skipif(WINDOWS, reason="Windows has no such signals")


def test_all_children_outlive_a_program_that_is_killed():
    assert ended_from_outside("killed") == (15 if WINDOWS else -9, BOTH)


@signals
def test_so_they_do_after_a_sigterm_that_nobody_handles():
    assert ended_from_outside("terminated") == (-15, BOTH)


@signals
def test_a_program_that_handles_it_ends_in_order():
    assert ended_from_outside("handled") == (143, [*BOTH[:2], ("program", "cleaned up")])


@signals
def test_an_interrupt_goes_to_all():
    """Of the daemon nothing is said: it is interrupted, and terminated soon after."""
    code, noted = ended_from_outside("interrupted")
    assert code == -2
    assert {("child", "cleaned up"), ("program", "cleaned up")} <= {*noted}
    assert not any(what == "finished" for _, what in noted)


def wait_for_notes(number):
    """Wait until the recording that is running has so many notes."""
    files, deadline = Path(recording_folder()), time.monotonic() + 30
    while sum(path.read_text(encoding="utf-8").count("alive") for path in files.iterdir()) < number:
        assert time.monotonic() < deadline, "the heart does not beat"
        time.sleep(0.01)


def test_a_heart_beats_until_it_is_stopped(context):
    with record() as timeline:
        heart = context.Process(target=heartbeats.beat, args=(0.01,), name="heart", daemon=True)
        heart.start()
        wait_for_notes(3)
        heart.terminate()
        heart.join(timeout=30)

    assert len(timeline.notes) > 2
    assert set(notes_of(timeline)) == {("heart", "alive")}
