import sys

import matplotlib
import pytest

from helpers.pictures import (
    plot_cores,
    plot_timeline,
    plot_timelines,
)
from helpers.pictures.style import COLOURS
from helpers.recording import Note, Sample, Span, Timeline

PNG = b"\x89PNG\r\n\x1a\n"


def a_timeline(names=("ada", "grace"), label="computing", cut=False, cpu=True):
    spans = [
        Span(label, name, 100 + n, "MainThread", 0.1, 0.9, 0.8, cut) for n, name in enumerate(names)
    ]
    notes = [Note("5 <primes> & 你好 $x$", 0.95, names[0], 100, "MainThread")]
    samples = [Sample(0.5, (1.0, 0.5)), Sample(1.0, (0.0, 0.25))]
    return Timeline("MainProcess", 1, spans, notes, 1.0, samples if cpu else None)


def test_a_timeline_has_a_row_a_process_and_a_strip():
    picture = plot_timeline(a_timeline())

    rows, strip = picture.axes
    assert picture.png.startswith(PNG)
    assert [tick.get_text() for tick in rows.get_yticklabels()] == [
        "MainProcess\npid 1",
        "ada\npid 100",
        "grace\npid 101",
    ]
    assert len(rows.collections) == 2  # one bar each
    assert rows.collections[0].get_facecolor()[0] == pytest.approx(
        matplotlib.colors.to_rgba(COLOURS["computing"])
    )
    assert strip.get_ylabel() == "cores busy" and strip.get_xlabel() == "seconds"


def test_without_samples_there_is_no_strip():
    assert len(plot_timeline(a_timeline(cpu=False)).axes) == 1


def test_a_span_that_is_cut_is_hatched_and_marked():
    rows = plot_timeline(a_timeline(cut=True)).axes[0]
    assert [bool(bar.get_hatch()) for bar in rows.collections] == [True, True]
    assert [line.get_marker() for line in rows.lines].count("x") == 2


def test_the_words_travel_with_the_picture_escaped():
    timeline = a_timeline()
    picture = plot_timeline(timeline, title="Two at work")

    assert picture.alt == f"Two at work. {timeline.sentence()}"
    shown = picture._repr_html_()
    assert 'alt="Two at work. ada: computing from 0.10 s to 0.90 s; noted &#x27;5 &lt;pri' in shown
    assert shown.count("<") == 1 and 'src="data:image/png;base64,iVBOR' in shown


def test_a_span_inside_another_is_drawn_thinner_and_without_covering_its_name():
    outer = Span("holding lock", "ada", 2, "MainThread", 0.0, 2.0, 0.0, False)
    inner = Span("waiting for lock", "ada", 2, "MainThread", 0.5, 1.8, 0.0, False)
    timeline = Timeline("MainProcess", 1, [outer, inner], [], 2.0)
    axes = plot_timeline(timeline, title="One inside the other").axes[0]
    heights = [bar.get_paths()[0].get_extents().height for bar in axes.collections]
    assert heights == pytest.approx([0.72, 0.36])
    assert [text.get_text() for text in axes.texts] == ["waiting for lock"]
    assert axes.get_figure().legends[0].get_texts()[0].get_text() == "holding lock"


def test_a_hundred_rows_are_drawn_thin():
    picture = plot_timeline(a_timeline([f"client-{n}" for n in range(100)], "waiting for lock"))
    figure = picture.axes[0].get_figure()
    assert figure.get_figheight() < 11
    assert figure.legends[0].get_texts()[0].get_text() == "waiting for lock"


def test_a_grid_puts_all_on_one_scale():
    slow = a_timeline()
    slow.duration = 2.0
    picture = plot_timelines({"computing": {"threads": slow, "processes": a_timeline()}})

    tops = [axes for axes in picture.axes if axes.get_title(loc="left")]
    assert [axes.get_title(loc="left") for axes in tops] == [
        "computing, threads\n2.00 s",
        "computing, processes\n1.00 s",
    ]
    assert len({axes.get_xlim() for axes in tops}) == 1
    assert "computing, processes: ada: computing" in picture.alt


def test_cores_have_a_strip_each():
    picture = plot_cores({"one": a_timeline(), "two": a_timeline()})
    strip = picture.axes[0]
    assert len(strip.get_yticks()) == 2
    assert strip.collections[0].get_array().tolist() == [[1.0, 0.0], [0.5, 0.25]]
    assert picture.alt.count("cores busy") == 2


def test_drawing_changes_no_setting_and_needs_no_pyplot():
    before = matplotlib.rcParams.copy()  # and not dict(…), which would import pyplot
    plot_timeline(a_timeline())
    assert matplotlib.rcParams.copy() == before
    assert "matplotlib.pyplot" not in sys.modules


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: plot_timeline("x"), TypeError, "expected a Timeline, not 'x'"),
        (lambda: plot_timeline(Timeline("MainProcess", 1)), ValueError, "has not ended"),
        (lambda: plot_cores({"one": a_timeline(cpu=False)}), ValueError, r"record\(cpu=True\)"),
    ],
)
def test_bad_arguments_are_named(call, error, words):
    with pytest.raises(error, match=words):
        call()
