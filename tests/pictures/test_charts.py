import pytest

from helpers.pictures import plot_costs, plot_draws, plot_memory, plot_starts, plot_times
from helpers.system.memory import MB, Memory

PNG = b"\x89PNG\r\n\x1a\n"


def test_starts_are_dots_and_medians():
    picture = plot_starts({"fork": [0.001, 0.003, 0.002], "spawn": [0.05]}, title="Prices")

    (axes,) = picture.axes
    assert [bar.get_width() for bar in axes.patches] == pytest.approx([2.0, 50.0])
    assert list(axes.lines[0].get_xdata()) == pytest.approx([1.0, 3.0, 2.0])
    assert axes.get_xlabel() == "milliseconds"
    assert picture.alt == "Prices. Medians: fork 2.0 ms, spawn 50.0 ms."


def test_draws_that_repeat_are_marked():
    one, other, third = [0.1, 0.5], [0.2, 0.5], [0.3, 0.5]
    picture = plot_draws(
        {
            "random": {"child 1": one, "child 2": other, "child 3": third},
            "own": {"child 1": one, "child 2": one, "child 3": one},
            "mixed": {"child 1": one, "child 2": one, "child 3": third},
        },
        title="Numbers",
    )
    assert picture.alt == "Numbers. random: all differ. own: all alike. mixed: some alike."
    colours = [axes.lines[0].get_color() for axes in picture.axes]
    assert colours[0] != colours[1] == colours[2]


def test_the_chart_says_its_numbers():
    groups = {"fork": [Memory(100 * MB, 90 * MB), Memory(80 * MB, 5 * MB)]}
    picture = plot_memory(groups, "Memory")
    assert picture.alt == (
        "Memory. fork: parent: rss 100 MB, uss 90 MB. fork: child 1: rss 80 MB, uss 5 MB."
    )
    labels = [label.get_text() for label in picture.axes[0].get_yticklabels()]
    assert labels == ["fork: parent", "fork: child 1"]


def test_times_say_the_ideal():
    picture = plot_times({"threads": 1.0, "processes": 0.6}, ideal=0.5, title="Two tasks")
    assert picture.alt == "Two tasks. threads 1.00 s, processes 0.60 s; ideal 0.50 s."
    assert picture.axes[0].get_xlim()[0] == 0


def test_costs_say_their_numbers_in_the_picture_and_in_words():
    picture = plot_costs({"Value": 2e-6, "manager": 1.2e-4, "file": 2.0}, "One update")
    assert picture.alt == "One update. Value 0.0020 ms, manager 0.1200 ms, file 2000.0000 ms."
    assert [text.get_text() for text in picture.axes[0].texts] == ["2 µs", "120 µs", "2 s"]
