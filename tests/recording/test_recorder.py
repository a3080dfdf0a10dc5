import math
import multiprocessing
import os
import shutil
import threading
import time
from pathlib import Path

import pytest

from helpers.recording import Note, Sample, Span, Timeline, record
from helpers.spans import note, recording_folder, span
from helpers.system.processes import is_running
from tests import children


def a_span(label="computing", process="ada", start=0.0, end=1.0, **changes):
    given = {"pid": 7, "thread": "MainThread", "cpu": end - start, "cut": False} | changes
    return Span(label=label, process=process, start=start, end=end, **given)


def test_children_record_what_they_do(run):
    with record() as timeline:
        ada, grace = run(children.work, (), (), names=["ada", "grace"])

    assert [ada.exitcode, grace.exitcode] == [0, 0]
    assert sorted((each.process, each.label) for each in timeline.spans) == [
        ("ada", "computing"),
        ("grace", "computing"),
    ]
    assert {each.pid for each in timeline.spans} == {ada.pid, grace.pid}
    assert all(0 <= each.start < each.end <= timeline.duration for each in timeline.spans)
    assert all(0 < each.cpu <= each.end - each.start + 0.02 for each in timeline.spans)
    assert [each.start for each in timeline.spans] == sorted(each.start for each in timeline.spans)
    assert [each.text for each in timeline.notes] == ["done", "done"]
    assert not any(each.cut for each in timeline.spans)
    assert timeline.cpu is None


def test_a_worker_that_raises_ends_its_span(run):
    with record() as timeline:
        (worker,) = run(children.fail, ())

    assert worker.exitcode == 1
    assert [each.cut for each in timeline.spans] == [False]


@pytest.mark.parametrize("cpu", [False, True])
def test_a_killed_worker_has_a_span_that_is_cut(run, cpu):
    with record(cpu=cpu) as timeline:
        (worker,) = run(children.die, ())
        time.sleep(0.5)

    (cut,) = timeline.spans
    assert worker.exitcode != 0
    assert cut.cut and math.isnan(cut.cpu)
    assert "cut" in timeline.table() and "1 cut short." in timeline.sentence()
    if cpu:  # then the sampler saw it end
        assert cut.start <= cut.end < timeline.duration - 0.1
    else:
        assert cut.end == timeline.duration


def test_a_zombie_is_dead_too():
    with record() as timeline:
        worker = multiprocessing.get_context("spawn").Process(target=children.die)
        worker.start()
        deadline = time.monotonic() + 30
        while is_running(worker.pid) and time.monotonic() < deadline:  # but do not reap it
            time.sleep(0.01)
    worker.join(timeout=30)

    assert [each.cut for each in timeline.spans] == [True]


def test_a_worker_that_still_runs_is_not_cut(context):
    with record() as timeline:
        worker = context.Process(target=children.hold)
        worker.start()
        folder, deadline = Path(recording_folder()), time.monotonic() + 30
        while not list(folder.glob("*.events")) and time.monotonic() < deadline:
            time.sleep(0.01)
    worker.terminate()
    worker.join(timeout=30)

    (running,) = timeline.spans
    assert not running.cut and running.end == timeline.duration


def test_a_hundred_workers_at_once_lose_nothing(run):
    with record() as timeline:
        crew = run(children.work, *[(0.01,)] * 100)

    assert [worker.exitcode for worker in crew] == [0] * 100
    assert len({each.process for each in timeline.spans}) == len(timeline.spans) == 100
    assert len(timeline.notes) == 100


def test_a_recording_inside_a_recording_holds_what_began_in_it(run):
    with record() as outer:
        run(children.say, ("before",))
        with record() as inner:
            run(children.say, ("within",))
        run(children.say, ("after",))

    assert [each.text for each in inner.notes] == ["within"]
    assert [each.text for each in outer.notes] == ["before", "within", "after"]
    assert inner.duration < outer.duration


def test_threads_have_rows_of_their_own():
    with record() as timeline:
        crew = [threading.Thread(target=children.work, name=name) for name in ("one", "two")]
        for thread in crew:
            thread.start()
        for thread in crew:
            thread.join(timeout=30)

    assert timeline.rows() == [
        ("MainProcess", os.getpid(), "one"),
        ("MainProcess", os.getpid(), "two"),
    ]


def test_grandchildren_are_recorded(run):
    with record() as timeline:
        run(children.have_a_child, ())

    assert [each.process for each in timeline.spans] == ["grandchild"]


def test_a_pool_from_before_the_recording_is_recorded(context):
    with context.Pool(1) as pool:
        pool.apply(children.work, (0.01,))
        with record() as timeline:
            pool.apply(children.work, (0.01,))
        pool.close()
        pool.join()

    assert len(timeline.spans) == 1


@pytest.mark.skipif(
    "forkserver" not in multiprocessing.get_all_start_methods(), reason="no fork server here"
)
def test_a_fork_server_keeps_the_old_environment_and_its_children_record(monkeypatch):
    context = multiprocessing.get_context("forkserver")
    first = context.Process(target=children.work, args=(0.01,))  # from now on the server runs
    first.start()
    first.join(timeout=30)
    monkeypatch.setenv("SET_LATER", "yes")
    with record() as timeline:
        late = context.Process(target=children.note_variable, args=("SET_LATER",))
        late.start()
        late.join(timeout=30)

    assert [each.text for each in timeline.notes] == ["not there"]


@pytest.mark.parametrize(
    "text",
    ["Grüße", "你好", "שלום", "🙂", "a\nb\r\n\tc", 'it\'s "quoted" \\', "\x00\u2028\x85", "\ud800"],
    ids=ascii,
)
def test_any_text_comes_back(text):
    with record() as timeline:
        note(text)

    assert [each.text for each in timeline.notes] == [text]


def test_outside_a_recording_nothing_happens():
    folder = Path(recording_folder())
    with span("computing"):
        note("hello")

    assert not folder.exists()


def test_a_vanished_folder_is_named_and_workers_go_on():
    folder = recording_folder()
    with pytest.raises(RuntimeError, match="recording is lost") as caught, record():
        shutil.rmtree(folder)
        children.work(0.01)

    assert folder in str(caught.value)


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_an_error_in_the_block_passes_and_leaves_nothing(error):
    with pytest.raises(error, match="on purpose"), record(cpu=True):
        raise error("on purpose")

    assert not Path(recording_folder()).exists()


def test_a_line_that_was_not_finished_is_left_out():
    with record() as timeline:
        note("whole")
        with open(Path(recording_folder()) / "1-1.events", "w", encoding="utf-8") as file:
            file.write("('note', 'half")

    assert [each.text for each in timeline.notes] == ["whole"]


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: span(3).__enter__(), TypeError, r"label must be a string, not 3 \(int\)"),
        (lambda: span(" ").__enter__(), ValueError, "label must say something"),
        (lambda: note(None), TypeError, r"text must be a string, not None \(NoneType\)"),
        (lambda: note(""), ValueError, "text must say something"),
        (lambda: record(cpu="yes").__enter__(), TypeError, "cpu must be True or False, not 'yes'"),
        (lambda: record(interval="1").__enter__(), TypeError, "interval must be a number"),
        (lambda: record(interval=True).__enter__(), TypeError, "interval must be a number"),
        (lambda: record(interval=0).__enter__(), ValueError, "at least 0.01 seconds, not 0"),
        (lambda: record(interval=math.nan).__enter__(), ValueError, "at least 0.01 seconds"),
    ],
)
def test_bad_arguments_are_named(call, error, words):
    with pytest.raises(error, match=words):
        call()


def test_cores_busy_is_cpu_time_over_the_time_it_took():
    spans = [a_span(start=0, end=1, cpu=0.9), a_span(process="bob", start=0.5, end=2, cpu=1.1)]
    assert Timeline("MainProcess", 1, spans, duration=9).cores_busy == pytest.approx(1.0)


def test_a_span_inside_a_span_is_not_counted_twice():
    inner = a_span("holding lock", start=0.2, end=0.4, cpu=0.2)
    assert Timeline("MainProcess", 1, [a_span(cpu=1.0), inner]).cores_busy == pytest.approx(1.0)


def test_without_spans_no_core_is_busy():
    assert Timeline("MainProcess", 1).cores_busy == 0
    assert math.isnan(Timeline("MainProcess", 1).others_busy)


def test_others_are_what_is_busy_beyond_the_recorded_work():
    samples = [Sample(0.5, (1.0, 0.75)), Sample(3.0, (0.0, 0.0))]  # the second is after the end
    timeline = Timeline("MainProcess", 1, [a_span(cpu=1.0)], cpu=samples)
    assert timeline.others_busy == pytest.approx(0.75)


def test_rows_begin_with_the_parent_and_count_as_people_do():
    spans = [a_span(process=f"client-{n}", pid=n) for n in (10, 9, 1)]
    spans.append(a_span(process="MainProcess", pid=99))
    names = [process for process, _, _ in Timeline("MainProcess", 99, spans).rows()]
    assert names == ["MainProcess", "client-1", "client-9", "client-10"]


def test_words_and_table():
    timeline = Timeline(
        "MainProcess",
        1,
        [a_span(start=0.1, end=0.6), a_span(process="bob", pid=8, start=0.2, end=0.5, cut=True)],
        [Note("5 primes", 0.6, "ada", 7, "MainThread")],
        0.75,
    )
    assert repr(timeline) == "Timeline(2 processes, 2 spans, 1 note, 0.75 s)"
    assert timeline.sentence() == "2 processes in 0.50 s: computing. 1 cut short."
    header, ada, bob = timeline.table().splitlines()
    assert header.split() == ["process", "thread", "phase", "start", "end", "CPU"]
    assert ada.split() == ["ada", "MainThread", "computing", "0.10", "s", "0.60", "s", "0.50", "s"]
    assert bob.split() == ["bob", "MainThread", "computing", "0.20", "s", "0.50", "s", "cut"]


def test_many_rows_are_counted():
    spans = [a_span(process=f"client-{n}", pid=n, cpu=0.0) for n in range(100)]
    words = Timeline("MainProcess", 1, spans, duration=1).sentence()
    assert words == "100 processes in 1.00 s: computing."


def test_an_empty_recording_says_so():
    with record() as timeline:
        pass
    assert "Nothing was recorded" in timeline.sentence()
