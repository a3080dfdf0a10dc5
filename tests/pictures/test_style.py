"""What holds for every picture, whatever it shows."""

import io
import re

import matplotlib
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from PIL import Image

from helpers.pictures import plot_timeline
from helpers.pictures.style import LONGEST, balance, duration, number
from tests.pictures.samples import LONG, PICTURES, two_computing

PHONE = 390  # pixels


@pytest.fixture(scope="module", params=PICTURES)
def picture(request):
    return PICTURES[request.param]()


def figure_of(picture):
    return picture.axes[0].get_figure(root=True)


def texts_of(figure):
    """Give the texts that are seen, and where each is, in pixels."""
    return {
        text: text.get_window_extent()
        for text in figure.findobj(Text)
        if text.get_visible() and text.get_text().strip() and is_shown(text)
    }


def is_shown(text):
    axes = text.axes
    return axes is None or (axes.get_visible() and (axes.axison or text in axes.texts))


def test_the_words_are_the_title_and_three_numbers_at_the_most(picture):
    assert picture.alt.startswith(f"{picture.title}.")
    assert len(picture.alt) <= LONGEST < 250
    assert picture.alt.endswith(".")
    said = picture.alt.removeprefix(picture.title)
    said = re.sub(r"number \d|client-\d+|fork \d", "", said)  # names
    assert len(re.findall(r"\d[\d.,]*", said)) <= 3


def test_text_is_large_enough_on_a_phone(picture):
    figure = figure_of(picture)
    pixels = FigureCanvasAgg(figure).get_renderer().points_to_pixels
    smallest = min(pixels(text.get_fontsize()) for text in texts_of(figure))
    assert smallest * PHONE / figure.bbox.width >= 9
    assert figure.get_figwidth() <= 7.2


def test_every_text_is_inside_the_picture_and_nothing_is_written_over_the_title(picture):
    figure = figure_of(picture)
    texts = texts_of(figure)
    for text, box in texts.items():
        inside = box.x0 >= 0 and box.y0 >= 0 and box.x1 <= figure.bbox.x1
        assert inside and box.y1 <= figure.bbox.y1, text.get_text()
    title = texts.pop(figure._suptitle, None)
    if title:
        assert not [text.get_text() for text, box in texts.items() if box.y1 > title.y0]


def test_legends_are_below_the_data(picture):
    figure = figure_of(picture)
    lowest = min(axes.get_window_extent().y0 for axes in picture.axes if axes.get_visible())
    assert all(legend.get_window_extent().y1 < lowest for legend in figure.legends)
    assert not any(axes.get_legend() for axes in picture.axes)


def test_a_picture_says_its_size_and_folds_its_numbers(picture):
    width, height = figure_of(picture).get_size_inches() * 96
    shown = picture._repr_html_()
    assert f'width="{width:.0f}" height="{height:.0f}"' in shown
    assert shown.count("<img") == shown.count("<details>") == 1
    assert shown.count("<tr>") == len(picture.table) >= 2
    assert {len(line) for line in picture.table} == {len(picture.table[0])}


def test_a_picture_is_small_and_has_an_opaque_background(picture):
    image = Image.open(io.BytesIO(picture.png))
    assert image.mode == "P" and "transparency" not in image.info
    assert image.convert("RGB").getpixel((0, 0)) == (255, 255, 255)
    assert len(picture.png) < 45_000


def test_the_words_travel_with_the_picture_escaped():
    picture = plot_timeline(two_computing(), title="Two <b> & 'more'")
    shown = picture._repr_html_()
    assert 'alt="Two &lt;b&gt; &amp; &#x27;more&#x27;. 2 processes' in shown
    assert shown.startswith('<img src="data:image/png;base64,iVBOR')


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("The work kept 1.9 of 2 cores busy", "The work kept … cores busy"),
        ("100 clients, 10 tickets, in 1.4 s", "100 clients, 10 tickets, in … s"),
        ("26 ms, 3.5 times, 13% and 1,200 times", "… ms, … times, …% and … times"),
        ("With Semaphore(3) three print", "With Semaphore(3) three print"),
    ],
)
def test_in_plain_text_a_picture_is_its_title_without_measured_numbers(title, plain):
    assert repr(plot_timeline(two_computing(), title)) == plain


def test_a_title_that_no_words_can_follow_is_named():
    with pytest.raises(ValueError, match="a title has 248 characters at the most, not 300"):
        plot_timeline(two_computing(), "x" * 300)


def test_titles_are_broken_into_lines_of_one_length():
    lines = balance(LONG, 68)
    assert " ".join(lines) == LONG and len(lines) == 2
    assert abs(len(lines[0]) - len(lines[1])) < 12
    assert balance("Short", 68) == ["Short"] and balance("", 68) == []


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(12.34, "12.3 s"), (0.9996, "1 s"), (0.674, "674 ms"), (2.87e-8, "28.7 ns"), (4e-4, "400 µs")],
)
def test_times_have_three_digits(seconds, words):
    assert duration(seconds) == words


def test_large_numbers_have_commas_and_no_digits_that_mean_nothing():
    assert [number(52605.018), number(848.678), number(0.5742)] == ["52,605", "849", "0.574"]


def test_drawing_changes_no_setting():
    before = matplotlib.rcParams.copy()  # and not dict(…), which would import pyplot
    PICTURES["two"]()
    assert matplotlib.rcParams.copy() == before
