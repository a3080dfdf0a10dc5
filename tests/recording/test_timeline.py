import math

import pytest

from helpers.recording import Note, Sample, Span, Timeline, record


def test_observations_of_an_empty_recording(capsys):
    with record() as timeline:
        pass
    timeline.print_notes()

    assert (timeline.phases("x"), timeline.most_at_once("x")) == ([], 0)
    assert capsys.readouterr().out == ""


def test_seconds_are_added_up_and_measured_from_the_first_to_the_last():
    spans = [
        Span("selling", "ada", 2, "MainThread", 1.0, 2.0, 0.0, False),
        Span("selling", "bob", 3, "MainThread", 1.5, 3.0, 0.0, False),
        Span("resting", "bob", 3, "MainThread", 3.0, 4.0, 0.0, False),
    ]
    timeline = Timeline("MainProcess", 1, spans, [], 5.0)
    assert timeline.seconds_in("selling") == 2.5
    assert timeline.seconds_in("dreaming") == 0
    assert timeline.seconds_of_work == 3.0


def a_span(label, name, start, end, cpu=0.0, cut=False, thread="MainThread"):
    return Span(label, name, len(name), thread, start, end, math.nan if cut else cpu, cut)


def test_rows_in_time_begin_with_the_parent_and_then_with_who_began_first():
    spans = [a_span("working", "zoe", 0.2, 1.0), a_span("working", "adam", 0.3, 1.0)]
    notes = [Note("hello", 0.1, "late", 4, "MainThread")]
    rows = Timeline("MainProcess", 1, spans, notes, 2.0).rows_in_time()
    assert [process for process, _, _ in rows] == ["MainProcess", "late", "zoe", "adam"]


def test_a_picture_begins_and_ends_with_the_first_and_the_last_event():
    spans = [a_span("working", "ada", 0.4, 1.0)]
    notes = [Note("ready", 0.3, "ada", 3, "MainThread"), Note("bye", 1.2, "ada", 3, "MainThread")]
    timeline = Timeline("MainProcess", 1, spans, notes, 2.0)
    assert (timeline.first_moment, timeline.last_moment) == (0.3, 1.2)
    empty = Timeline("MainProcess", 1, duration=2.0)
    assert (empty.first_moment, empty.last_moment) == (0.0, 2.0)


def test_load_tells_our_cores_from_those_of_other_programs():
    spans = [a_span("computing", "ada", 0.0, 1.0, cpu=0.8), a_span("waiting", "bob", 0.0, 2.5)]
    samples = [Sample(1.0, (1.0, 0.3)), Sample(2.0, (0.0, 0.5))]
    pieces = Timeline("MainProcess", 1, spans, [], 3.0, samples).load()
    assert [(piece.start, piece.end) for piece in pieces] == [(0, 1), (1, 2), (2, 2.5)]
    assert [piece.ours for piece in pieces] == pytest.approx([0.8, 0, 0])
    assert [piece.others for piece in pieces] == pytest.approx([0.5, 0.5, 0])


def test_load_counts_a_span_inside_another_once_and_one_that_was_cut_not_at_all():
    spans = [
        a_span("holding lock", "ada", 0.0, 1.0, cpu=1.0),
        a_span("eating", "ada", 0.2, 0.8, cpu=0.6),
        a_span("computing", "robert", 0.0, 1.0, cut=True),
    ]
    (piece,) = Timeline("MainProcess", 1, spans, [], 1.0, [Sample(1.0, (1.0, 1.0))]).load()
    assert piece.ours == pytest.approx(1.0) and piece.others == pytest.approx(1.0)


@pytest.mark.parametrize(("cpu", "about"), [(0.4, False), (0.6, True)])
def test_a_recording_is_about_cores_if_the_work_kept_half_a_core_busy(cpu, about):
    timeline = Timeline("MainProcess", 1, [a_span("computing", "ada", 0, 1, cpu=cpu)], [], 1.0)
    assert timeline.is_about_cores == about
    assert ("cores busy" in timeline.sentence()) == about


def test_threads_are_called_threads():
    spans = [a_span("computing", "main", 0, 1, thread=f"worker-{n}") for n in (1, 2)]
    words = Timeline("MainProcess", 1, spans, [], 1.0).sentence()
    assert words == "2 threads in 1.00 s: computing."
