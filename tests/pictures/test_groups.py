import math

import pytest

from helpers.pictures import plot_draws, plot_memory
from helpers.system.memory import MB, Memory


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
    assert picture.table[1] == ("random", "child 1", "0.10 0.50")


def test_memory_stands_in_groups_and_says_what_a_child_has():
    groups = {
        "fork": [Memory(100 * MB, 90 * MB), Memory(80 * MB, 5 * MB)],
        "spawn": [Memory(100 * MB, 95 * MB), Memory(70 * MB, 65 * MB)],
    }
    picture = plot_memory(groups, "Memory")
    fork, spawn = (f"{way}: a child has" for way in groups)
    assert picture.alt == f"Memory. {fork} 5 MB for itself alone. {spawn} 65 MB for itself alone."
    axes = picture.axes[0]
    labels = [label.get_text() for label in axes.get_yticklabels()]
    assert labels == ["fork: parent", "child 1", "spawn: parent", "child 1"]
    assert list(axes.get_yticks()) == pytest.approx([0, 1, 2.5, 3.5])


def test_memory_that_the_system_does_not_tell_is_unknown():
    groups = {"spawn": [Memory(100 * MB, math.nan), Memory(70 * MB, math.nan)]}
    picture = plot_memory(groups, "On macOS")
    assert picture.alt == "On macOS. spawn: a child has unknown for itself alone."
