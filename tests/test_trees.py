"""The pictures of lesson 04."""

import os
import subprocess
import sys

import pytest

from helpers.trees import Member, find_family, plot_draws, plot_family, plot_starts
from tests import children

PNG = b"\x89PNG\r\n\x1a\n"
FAMILY = [
    Member(1, 0, "kernel"),
    Member(2, 1, "fork server"),
    Member(4, 2, "ada"),
    Member(5, 2, "grace"),
    Member(3, 1, "eve"),
]


def test_a_family_is_found_with_its_servants(context):
    stranger = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    child = context.Process(target=children.hold)
    child.start()
    try:
        names = {os.getpid(): "tests", child.pid: "worker"}
        family = {member.pid: member for member in find_family(names)}
    finally:
        child.kill()
        child.join(timeout=30)
        stranger.communicate(b"\n", timeout=30)

    assert family[os.getpid()].name == "tests" and family[child.pid].name == "worker"
    assert stranger.pid not in family
    parent = family[family[child.pid].parent]
    assert parent.name == ("fork server" if context.get_start_method() == "forkserver" else "tests")
    assert list(family).index(parent.pid) < list(family).index(child.pid)
    assert {member.name for member in family.values()} <= {
        *("tests", "worker", "fork server", "resource tracker")
    }


def test_who_has_ended_is_in_no_family(context):
    child = context.Process(target=children.say, args=("done",))
    child.start()
    child.join(timeout=60)
    family = find_family({os.getpid(): "tests", child.pid: "worker"})
    pids = [member.pid for member in family]
    assert os.getpid() in pids and child.pid not in pids


def test_a_family_is_drawn_and_said_in_words():
    picture = plot_family(FAMILY, title="Who is whose parent")

    (axes,) = picture.axes
    places = {text.get_text().split("\n")[0]: text.get_position() for text in axes.texts}
    assert {name: depth for name, (depth, _) in places.items()} == {
        **{"kernel": 0, "fork server": 1, "eve": 1},
        **{"ada": 2, "grace": 2},
    }
    assert len({row for _, row in (places[name] for name in ("ada", "grace", "eve"))}) == 3
    assert len(axes.lines) == 4
    assert picture.png.startswith(PNG)
    assert picture.alt == (
        "Who is whose parent. kernel is the parent of fork server, eve. "
        "fork server is the parent of ada, grace."
    )


def test_one_who_is_alone_is_drawn_too():
    assert plot_family(FAMILY[:1], title="Alone").alt == "Alone."


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
