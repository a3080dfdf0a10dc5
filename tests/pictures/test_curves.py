import pytest

from helpers.pictures import (
    plot_break_even,
    plot_by_size,
    plot_speedup,
)
from helpers.pictures.curves import bytes_in_words


def test_each_panel_has_a_line_for_each_channel():
    rates = {"queue": {100: 20_000.0, 10**6: 300.0}, "pipe": {100: 50_000.0}}
    picture = plot_by_size({"messages a second": rates, "MB a second": rates}, "Small and large")
    assert [len(axes.get_lines()) for axes in picture.axes] == [2, 2]
    assert picture.alt == "Small and large. From 300 to 50,000 messages a second."
    assert ("queue", "1 MB", "300 messages a second") in picture.table


def test_two_marks_at_least_tell_the_factor_of_a_logarithmic_axis():
    rates = {"pipe": {100: 154_000.0, 1000: 122_000.0, 100_000: 13_000.0}}  # measured in lesson 09
    (axes,) = plot_by_size({"messages a second": rates}, "Small and large").axes
    low, high = axes.get_ylim()
    assert sum(low <= mark <= high for mark in axes.get_yticks()) >= 2


@pytest.mark.parametrize(
    ("size", "words"), [(1, "1 B"), (999, "999 B"), (1500, "1.5 kB"), (10**8, "100 MB")]
)
def test_bytes_in_words(size, words):
    assert bytes_in_words(size) == words


def test_the_break_even_picture_says_the_times_of_the_shortest_task():
    picture = plot_break_even([0.01, 0.1], [0.02, 0.2], [0.05, 0.12], "Worth it")
    assert picture.alt == (
        "Worth it. Tasks of 10 ms: 20 ms one after another, 50 ms in two processes."
    )
    assert picture.table[2] == ("100 ms", "200 ms", "120 ms")


def test_ideal_is_half_of_what_one_after_another_took():
    picture = plot_break_even([0.01, 0.1], [0.06, 0.5], [0.05, 0.12], "On a busy machine")
    ideal = next(line for line in picture.axes[0].lines if line.get_label() == "ideal")
    assert list(ideal.get_ydata()) == [0.03, 0.25]


def test_speedup_shows_medians_spread_ideal_and_law():
    measured = {1: [1, 1, 0.9], 2: [1.5, 1.9, 1.8], 4: [1.8] * 3}
    picture = plot_speedup(measured, 2, {1: 1, 2: 1.7, 4: 1.7}, "Speed-up")
    ideal, law, dots, *_ = picture.axes[0].lines

    assert list(ideal.get_ydata()) == [1, 2, 2]
    assert list(law.get_ydata()) == [1, 1.7, 1.7]
    assert list(dots.get_ydata()) == [1, 1.8, 1.8]
    assert picture.alt == "Speed-up. At most 1.8 times as fast, with 2.0 cores."
    assert picture.table[2] == ("2", "1.80", "1.70")
