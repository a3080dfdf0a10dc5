import pytest

from helpers.pictures import plot_states
from tests.pictures.samples import states


def test_every_state_step_and_answer_is_drawn_and_said():
    picture = plot_states(states())

    drawn = " ".join(text.get_text() for text in picture.axes[0].texts)
    for word in ["created", "running", "zombie", "ended", "closed", "start()", "close()", "-15"]:
        assert word in drawn
    assert "start() leads to running" in picture.alt
    assert picture.alt.index("start()") < picture.alt.index("zombie") < picture.alt.index("close()")
    assert ("ended", "a number", "False", "-15") in picture.table


def test_a_zombie_has_no_answers():
    assert ("zombie", "", "", "") in plot_states(states()).table


def test_bad_states_and_questions_are_named():
    with pytest.raises(ValueError, match="the states must be created, .*, not created, running"):
        plot_states({state: states()[state] for state in ["created", "running"]})
    with pytest.raises(ValueError, match="other questions were asked when running: name"):
        plot_states(states() | {"running": {"name": "anna"}})
