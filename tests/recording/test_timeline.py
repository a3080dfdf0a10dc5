from helpers.recording import Span, Timeline, record


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
