import pytest

from helpers.pictures import plot_costs, plot_starts, plot_times


def test_starts_are_dots_and_medians():
    picture = plot_starts({"fork": [0.001, 0.003, 0.002], "spawn": [0.05]}, title="Prices")

    (axes,) = picture.axes
    assert [bar.get_width() for bar in axes.patches] == pytest.approx([2.0, 50.0])
    assert list(axes.lines[0].get_xdata()) == pytest.approx([1.0, 3.0, 2.0])
    assert axes.get_xlabel() == "milliseconds"
    assert picture.alt == "Prices. Medians: fork 2 ms; spawn 50 ms."
    assert picture.table[1] == ("fork", "2 ms", "1 ms", "3 ms")


def test_times_say_the_ideal():
    picture = plot_times({"threads": 1.0, "processes": 0.6}, ideal=0.5, title="Two tasks")
    assert picture.alt == "Two tasks. threads 1.00 s; processes 0.60 s."
    words = [text.get_text() for text in picture.axes[0].texts]
    assert words == ["1.00 s", "0.60 s", "ideal, 0.50 s"]
    assert picture.axes[0].get_xlim()[0] == 0


def test_many_times_are_said_from_where_to_where():
    times = {"a": 1.0, "b": 4.0, "c": 2.0, "d": 3.0}
    assert plot_times(times, 0.5, "Four ways").alt == "Four ways. From 1.00 s to 4.00 s."


def test_costs_are_sorted_and_say_their_numbers():
    picture = plot_costs({"file": 2.0, "manager": 1.2e-4, "Value": 2e-6}, "One update")
    (axes,) = picture.axes
    assert [text.get_text() for text in axes.texts] == ["2 µs", "120 µs", "2 s"]
    assert [tick.get_text() for tick in axes.get_yticklabels()] == ["Value", "manager", "file"]
    assert axes.get_xscale() == "log"
    # In the order of the caller: which of two is the cheaper one may be luck.
    assert picture.alt == "One update. file 2 s; manager 120 µs; Value 2 µs."


def test_one_cost_can_be_drawn_too():
    assert plot_costs({"Value": 2e-6}, "One").alt == "One. Value 2 µs."
