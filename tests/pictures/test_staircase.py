import matplotlib.colors
import pytest

from helpers.pictures import plot_staircase
from helpers.pictures.looks import HOLDING
from helpers.pictures.staircase import PALER
from tests.pictures.samples import SAID, a_queue, a_race, a_span, a_timeline, an_owner


def bars(axes, colour):
    """Give the bars of a colour, from the top."""
    wanted = matplotlib.colors.to_rgba(colour)
    found = [patch for patch in axes.patches if patch.get_facecolor() == wanted]
    return sorted(found, key=lambda bar: bar.get_y())


def test_a_hundred_clients_are_less_than_400_pixels_high():
    for timeline in [a_queue(), a_race(), an_owner()]:
        figure = plot_staircase(timeline, "A hundred").axes[0].get_figure()
        assert figure.get_figheight() * 96 < 400


def test_who_got_the_lock_first_is_on_top_whatever_the_names_are():
    spans = [
        a_span("searching", "z", 0, 0.1),
        a_span("holding lock", "y", 0.5, 0.6),
        a_span("searching", "x", 0, 0.2),
        a_span("holding lock", "w", 0.3, 0.4),
    ]
    picture = plot_staircase(a_timeline(*spans), "In turn")
    assert [line[0] for line in picture.table[1:]] == ["w", "y", "z", "x"]
    assert [bar.get_x() for bar in bars(picture.axes[0], HOLDING.fill)] == [0.3, 0.5]


def test_sentences_stand_beside_their_group_whose_steps_have_a_colour():
    picture = plot_staircase(a_queue(), "A queue", SAID)
    (axes,) = picture.axes
    assert len(bars(axes, HOLDING.fill)) == 10
    assert len(bars(axes, PALER[HOLDING.fill])) == 90
    beside = {text.get_text().replace("\n", " "): text.xy[1] for text in axes.texts}
    assert beside == {"ten hold the lock and buy": 5, SAID["turned away"]: 55}
    legend = [text.get_text() for text in axes.get_figure().legends[0].get_texts()]
    assert legend == [
        *("waiting for lock", "holding lock: got a ticket", "holding lock: turned away")
    ]
    assert picture.alt.startswith("A queue. Ten hold the lock and buy. Ninety wait, hold it to")
    assert picture.table[1] == ("client-1", "100 ms", "20 ms", "120 ms", "got a ticket")


def test_the_one_for_whom_all_others_wait_is_on_top():
    picture = plot_staircase(an_owner(20), "An owner")
    assert picture.axes[0].get_yticklabels()[-1].get_text() == "owner"
    assert picture.table[1][0] == "owner"
    assert max(bar.get_y() for bar in bars(picture.axes[0], "#2573B5")) < -0.5


def test_a_race_has_no_owner():
    picture = plot_staircase(a_race(20), "A race")
    assert [line[0] for line in picture.table[1:]] == [f"client-{n}" for n in range(20)]


def test_a_note_that_nobody_left_is_named():
    with pytest.raises(ValueError, match="nobody noted 'sold out'"):
        plot_staircase(a_queue(), "A queue", {"sold out": "nobody"})
