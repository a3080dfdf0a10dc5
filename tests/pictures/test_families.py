"""The pictures of lesson 04."""

from helpers.pictures import plot_family
from helpers.pictures.families import SERVANTS
from helpers.system import processes
from helpers.system.processes import Member

PNG = b"\x89PNG\r\n\x1a\n"
FAMILY = [
    Member(1, 0, "kernel"),
    Member(2, 1, "fork server"),
    Member(4, 2, "ada"),
    Member(5, 2, "grace"),
    Member(3, 1, "eve"),
]


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
        "Who is whose parent. kernel is the parent of fork server; eve. "
        "fork server is the parent of ada; grace."
    )


def test_one_who_is_alone_is_drawn_too():
    assert plot_family(FAMILY[:1], title="Alone").alt == "Alone."


def test_pids_are_written_on_request():
    texts = plot_family(FAMILY, "Pids", pids=True).axes[0].texts
    assert texts[0].get_text() == "kernel\npid 1"


def test_servants_are_called_as_the_lessons_call_them():
    assert set(SERVANTS) == set(processes.SERVANTS.values())
    boxes = {
        text.get_text(): text.get_bbox_patch() for text in plot_family(FAMILY, "F").axes[0].texts
    }
    assert boxes["fork server"].get_facecolor() != boxes["ada"].get_facecolor()
