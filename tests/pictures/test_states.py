import pytest

from helpers.pictures import plot_states


def seen():
    questions = ["pid", "is_alive()", "exitcode"]
    answers = {
        "created": [None, False, None],
        "running": ["a number", True, None],
        "ended": ["a number", False, -15],
        "closed": ["ValueError", "ValueError", "ValueError"],
    }
    return {state: dict(zip(questions, said, strict=True)) for state, said in answers.items()}


def test_every_state_step_and_answer_is_drawn_and_said():
    picture = plot_states(seen())

    drawn = " ".join(text.get_text() for text in picture.axes[0].texts)
    for word in ["created", "running", "zombie", "ended", "closed", "start()", "close()", "-15"]:
        assert word in drawn
    assert "running: a process, pid a number, is_alive() True, exitcode None." in picture.alt
    assert "ended: only its exit code is left, pid a number, is_alive() False" in picture.alt
    assert picture.alt.index("start()") < picture.alt.index("zombie") < picture.alt.index("close()")
    assert picture.png.startswith(b"\x89PNG")


def test_a_zombie_has_no_answers():
    words = plot_states(seen()).alt
    assert "zombie: ended, unnoticed (not under Windows). With join()" in words


def test_bad_states_and_questions_are_named():
    with pytest.raises(ValueError, match="the states must be created, .*, not created, running"):
        plot_states({state: seen()[state] for state in ["created", "running"]})
    with pytest.raises(ValueError, match="other questions were asked when running: name"):
        plot_states(seen() | {"running": {"name": "anna"}})
