import math
import sys

import matplotlib
import pytest

from helpers.charts import (
    amdahl,
    bytes_in_words,
    plot_break_even,
    plot_by_size,
    plot_cores,
    plot_costs,
    plot_speedup,
    plot_times,
)
from helpers.cpu import Sample
from helpers.picture import COLOURS
from helpers.plots import plot_timeline, plot_timelines
from helpers.timeline import Note, Span, Timeline

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


def test_times_say_the_ideal():
    picture = plot_times({"threads": 1.0, "processes": 0.6}, ideal=0.5, title="Two tasks")
    assert picture.alt == "Two tasks. threads 1.00 s, processes 0.60 s; ideal 0.50 s."
    assert picture.axes[0].get_xlim()[0] == 0


def test_costs_say_their_numbers_in_the_picture_and_in_words():
    picture = plot_costs({"Value": 2e-6, "manager": 1.2e-4, "file": 2.0}, "One update")
    assert picture.alt == "One update. Value 0.0020 ms, manager 0.1200 ms, file 2000.0000 ms."
    assert [text.get_text() for text in picture.axes[0].texts] == ["2 µs", "120 µs", "2 s"]


def test_each_panel_has_a_line_for_each_channel():
    rates = {"queue": {100: 20_000.0, 10**6: 300.0}, "pipe": {100: 50_000.0}}
    picture = plot_by_size({"messages a second": rates, "MB a second": rates}, "Small and large")
    assert [len(axes.get_lines()) for axes in picture.axes] == [2, 2]
    assert "queue, 1 MB: 300.000 messages a second." in picture.alt


@pytest.mark.parametrize(
    ("size", "words"), [(1, "1 B"), (999, "999 B"), (1500, "1.5 kB"), (10**8, "100 MB")]
)
def test_bytes_in_words(size, words):
    assert bytes_in_words(size) == words


def test_the_break_even_picture_says_all_times():
    picture = plot_break_even([0.01, 0.1], [0.02, 0.2], [0.05, 0.12], "Worth it")
    assert picture.alt.startswith("Worth it. Tasks of 0.0100 s: 0.0200 s one after another")


def test_speedup_shows_medians_spread_ideal_and_law():
    picture = plot_speedup({1: [1, 1, 0.9], 2: [1.5, 1.9, 1.8], 4: [1.8] * 3}, 2, 0.1, "Speed-up")
    ideal, law, dots, *_ = picture.axes[0].lines

    assert list(ideal.get_ydata()) == [1, 2, 2]
    assert list(law.get_ydata()) == [1, amdahl(2, 0.1), amdahl(2, 0.1)]
    assert list(dots.get_ydata()) == [1, 1.8, 1.8]
    assert "2 processes: 1.80 times as fast." in picture.alt


def test_cores_have_a_strip_each():
    picture = plot_cores({"one": a_timeline(), "two": a_timeline()})
    strip = picture.axes[0]
    assert len(strip.get_yticks()) == 2
    assert strip.collections[0].get_array().tolist() == [[1.0, 0.0], [0.5, 0.25]]
    assert picture.alt.count("cores busy") == 2


def test_amdahl():
    assert amdahl(4, 0) == 4
    assert amdahl(1, 0.3) == 1
    assert amdahl(math.inf, 0.05) == pytest.approx(20)


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
