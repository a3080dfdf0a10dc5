import sys

import matplotlib.colors
import pytest
from matplotlib.patches import Rectangle

from helpers.pictures import plot_cores, plot_timeline, plot_timelines
from helpers.pictures.looks import HOLDING, WAITING, WORK
from helpers.pictures.strip import OTHERS, OURS
from helpers.recording import Timeline
from tests.pictures.samples import a_race, a_span, a_timeline, all_families, two_computing


def bars(axes):
    return [patch for patch in axes.patches if isinstance(patch, Rectangle)]


def names(axes):
    return [tick.get_text() for tick in axes.get_yticklabels()]


def words(axes):
    return [text.get_text() for text in axes.texts]


def legend(picture):
    legends = picture.axes[0].get_figure(root=True).legends
    return [text.get_text() for each in legends for text in each.get_texts()]


def test_a_timeline_has_a_row_a_process_and_a_strip():
    rows, strip = plot_timeline(two_computing()).axes

    assert names(rows) == ["notebook", "ada", "grace"]
    assert [bar.get_facecolor() for bar in bars(rows)] == 2 * [
        matplotlib.colors.to_rgba(WORK[0].fill)
    ]
    assert strip.get_ylabel() == "cores" and strip.get_xlabel() == "seconds"


def test_pids_are_written_on_request():
    timeline = two_computing()
    pids = [span.pid for span in timeline.spans]
    rows = plot_timeline(timeline, pids=True).axes[0]
    assert names(rows) == ["notebook, pid 1", f"ada, pid {pids[0]}", f"grace, pid {pids[1]}"]


def test_time_begins_with_the_first_span_or_with_the_recording():
    ada = bars(plot_timeline(two_computing()).axes[0])[0]
    assert ada.get_x() == 0
    ada = bars(plot_timeline(two_computing(), from_start=True).axes[0])[0]
    assert ada.get_x() == pytest.approx(0.1)


def test_the_strip_has_two_layers_and_reaches_the_end_of_the_bars():
    strip = plot_timeline(two_computing()).axes[1]
    both, ours = strip.patches
    assert [layer.get_facecolor() for layer in (both, ours)] == [
        matplotlib.colors.to_rgba(colour) for colour in (OTHERS, OURS)
    ]
    assert all(high >= low for high, low in zip(both.get_data()[0], ours.get_data()[0]))  # noqa: B905
    assert ours.get_data()[1][-1] >= 0.8


def test_without_samples_or_without_work_for_a_core_there_is_no_strip():
    idle = a_timeline(a_span("working", "ada", 0, 1), cpu=True)
    unseen = two_computing()
    unseen.cpu = None
    assert len(plot_timeline(idle, "Asleep").axes) == len(plot_timeline(unseen).axes) == 1


def test_each_label_is_named_on_a_bar_or_else_in_the_legend():
    picture = plot_timeline(all_families(), "All")
    on_bars = {"computing", "waiting for its child", "getting ready", "waiting for the signal"}
    written = set(words(picture.axes[0]))
    assert on_bars <= written
    labels = {span.label for span in all_families().spans}
    assert labels - written == set(legend(picture)) - {"cores busy with our work",
                                                       "with other programs"}  # fmt: skip


def test_a_label_is_written_once_in_a_row():
    spans = [a_span("baking", "rye", n, n + 0.9) for n in range(3)]
    assert words(plot_timeline(a_timeline(*spans), "Bread").axes[0]) == ["baking"]


def test_a_label_keeps_to_the_part_of_its_bar_that_is_seen():
    outer, inner = a_span("holding lock", "ada", 0, 4), a_span("waiting for lock", "ada", 2, 3.9)
    axes = plot_timeline(a_timeline(outer, inner), "One inside the other").axes[0]
    places = {text.get_text(): text.get_position()[0] for text in axes.texts}
    assert places == {"holding lock": 1, "waiting for lock": pytest.approx(2.95)}
    heights = [bar.get_height() for bar in bars(axes)]
    assert heights == pytest.approx([0.76, 0.456])
    assert [bar.get_facecolor() for bar in bars(axes)] == [
        matplotlib.colors.to_rgba(look.fill) for look in (HOLDING, WAITING)
    ]


@pytest.mark.parametrize(
    ("given", "word"),
    [({}, "killed"), ({"cut": "terminated"}, "terminated"), ({"ends": {"ada": "lost"}}, "lost")],
)
def test_what_was_cut_ends_torn_with_its_word_beside_it(given, word):
    timeline = a_timeline(a_span("working", "ada", 0, 1, cut=True), a_span("working", "bob", 0, 2))
    axes = plot_timeline(timeline, "Cut", **given).axes[0]
    assert word in words(axes)
    torn = [line for line in axes.lines if not isinstance(line.get_marker(), str)]
    assert {line.get_xydata().tolist()[0][0] for line in torn} == {1}
    assert {line.get_xydata().tolist()[0][1] for line in torn} == {1}


def test_numbers_stand_at_the_ends_of_bars():
    axes = plot_timeline(two_computing(), ends={"grace": "0.80 s"}).axes[0]
    (end,) = [text for text in axes.texts if text.get_text() == "0.80 s"]
    assert end.xy == (pytest.approx(0.8), 2)


def test_rows_are_in_the_order_of_events_or_as_the_caller_says():
    timeline = a_timeline(*(a_span("working", name, n, 9) for n, name in enumerate("zxy")))
    assert names(plot_timeline(timeline, "Rows").axes[0]) == ["notebook", "z", "x", "y"]
    axes = plot_timeline(timeline, "Rows", order=["x", "y"]).axes[0]
    assert names(axes) == ["notebook", "x", "y", "z"]


def test_more_rows_than_have_room_for_names_are_a_staircase():
    assert plot_timeline(a_race(), "Many").axes[0].get_ylabel().startswith("clients")


def test_a_grid_puts_all_on_one_scale_and_names_rows_once():
    slow = a_timeline(a_span("working", "grace", 0.5, 2), a_span("waiting", "ada", 0.6, 1))
    fast = a_timeline(a_span("working", "ada", 0, 0.5), a_span("working", "grace", 0.1, 0.5))
    picture = plot_timelines({"sleep": {"one": slow, "two": fast}}, "Compared")

    left, right = picture.axes
    assert left.get_title(loc="left") == "sleep, one\n1.50 s"
    assert left.get_xlim() == right.get_xlim()
    assert names(left) == ["notebook", "grace", "ada"]
    assert [bar.get_y() + bar.get_height() / 2 for bar in bars(right)] == pytest.approx([2, 1])
    assert picture.alt == "Compared. sleep, one 1.50 s; sleep, two 0.50 s."
    assert picture.table[1] == ("sleep, one", "ada", "MainThread", "waiting",
                                "0.60 s", "1.00 s", "0.00 s")  # fmt: skip


def test_timelines_without_columns_stand_one_below_the_other():
    top, bottom = plot_timelines({"one": all_families(), "two": all_families()}).axes[::2]
    assert top.get_title(loc="left") == "one: 1.20 s"
    assert top.get_position().y0 > bottom.get_position().y1


def test_a_grid_has_one_legend_for_what_is_named_on_no_bar():
    short = a_timeline(a_span("waiting", "ada", 0, 0.01), a_span("working", "ada", 0.01, 1))
    picture = plot_timelines({"one": short, "two": short})
    assert legend(picture) == ["waiting"]


def test_a_grid_whose_rows_are_not_equally_long_leaves_a_gap():
    picture = plot_timelines({"a": {"1": all_families(), "2": all_families()},
                              "b": {"1": all_families()}})  # fmt: skip
    assert [axes.get_visible() for axes in picture.axes] == [True] * 6 + [False, False] or (
        sum(not axes.get_visible() for axes in picture.axes) == 2
    )


def test_cores_have_a_strip_each():
    picture = plot_cores({"one": two_computing(), "two": two_computing()}, "Two strips")
    strip = picture.axes[0]
    assert strip.collections[0].get_array().tolist() == [[1.0, 0.7], [0.9, 0.5]]
    assert legend(picture) == ["idle", "half busy", "busy"]
    assert picture.alt == "Two strips. one: 1.9 cores busy. two: 1.9 cores busy."


def test_drawing_needs_no_pyplot():
    plot_timeline(two_computing())
    assert "matplotlib.pyplot" not in sys.modules


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: plot_timeline("x"), TypeError, "expected a Timeline, not 'x'"),
        (lambda: plot_timeline(Timeline("MainProcess", 1)), ValueError, "has not ended"),
        (lambda: plot_timelines({"one": "x"}), TypeError, "expected a Timeline, not 'x'"),
        (lambda: plot_timeline(two_computing(), order=["eve"]), ValueError, "no row is called eve"),
        (lambda: plot_cores({"one": a_race(2)}), ValueError, r"record\(cpu=True\)"),
    ],
)
def test_bad_arguments_are_named(call, error, words):
    with pytest.raises(error, match=words):
        call()
