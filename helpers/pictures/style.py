"""What all pictures of the course have in common: their size, their style, and their words.

The words matter: JupyterLab keeps a text alternative only in ``<img alt="…">``, so a picture
is shown as HTML. Nothing here is imported by a child, and nothing changes matplotlib's settings.
"""

import base64
import html
import io
import re
import textwrap
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import matplotlib.style
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from PIL import Image

STYLE = Path(__file__).with_name("course.mplstyle")
# Inches. The smallest text has 10.5 points, as large as JupyterLab's prose: on a phone, where a
# picture is 390 pixels wide, that is 10.5 / 72 / 6.3 * 390 = 9 pixels.
WIDTH = 6.3
LINE = 0.19  # inches
LETTERS = 68  # of a title, in a line
LONGEST = 249  # characters of a text alternative

MEASURED, PALE, DARK = "#5B6770", "#C4CBD0", "#303030"  # what is measured is grey
IDEAL = {"color": "#707070", "linestyle": "--", "linewidth": 1.2}
# In a title: a number with a point, a comma or a unit was measured; all others are exact.
A_MEASUREMENT = re.compile(
    r"\d[\d,]*\.\d+( of \d+)?|\d+(,\d{3})+|\d+(?= ?(ns|µs|ms|s|B|kB|MB|GB)\b)|\d+(?=%)"
)


@dataclass(frozen=True)
class Picture:
    """A figure with the words that say what it shows.

    Attributes
    ----------
    axes : tuple of Axes
        What was drawn, for whoever wants to look closer.
    title : str
        What it shows: the finding.
    alt : str
        The text alternative: the title and three numbers at the most.
    table : sequence of sequence of str
        The details, with a head; shown in a fold below the picture.
    png : bytes
        The figure, drawn.
    """

    axes: tuple[Axes, ...]
    title: str
    alt: str
    table: Sequence[Sequence[str]]
    png: bytes

    def _repr_html_(self) -> str:
        width, height = (96 * self.axes[0].get_figure(root=True).get_size_inches()).round()
        data = base64.b64encode(self.png).decode()
        return (
            f'<img src="data:image/png;base64,{data}" alt="{html.escape(self.alt)}" '
            f'width="{width:.0f}" height="{height:.0f}" '
            f'style="max-width: 100%; height: auto; border-radius: 8px;">{_fold(self.table)}'
        )

    def __repr__(self) -> str:
        return A_MEASUREMENT.sub("…", self.title)


def _fold(table: Sequence[Sequence[str]]) -> str:
    """Write a table that is unfolded by a click."""
    head, *rows = ([html.escape(cell) for cell in row] for row in table)
    lines = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in rows)
    return (
        "<details><summary>The picture in numbers</summary><table>"
        f"<thead><tr><th>{'</th><th>'.join(head)}</th></tr></thead><tbody>{lines}</tbody>"
        "</table></details>"
    )


@contextmanager
def new_figure(height: float, title: str = "") -> Iterator[Figure]:
    """Give a figure in the course's style, with its title on top; it is nobody's current figure.

    The height, in inches, is that of all but the title.
    """
    with matplotlib.style.context(STYLE), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing")  # notes may be in any script
        lines = balance(title, LETTERS)
        figure = Figure(figsize=(WIDTH, height + 0.22 * len(lines)), layout="constrained")
        if lines:
            figure.suptitle("\n".join(lines), x=0.1 / WIDTH, ha="left")
        yield figure


def balance(text: str, letters: int) -> list[str]:
    """Break a text into as few lines as there have to be, of about the same length."""
    lines = len(textwrap.wrap(text, letters))
    widths = range(max(1, len(text) // max(1, lines)), letters)
    return next(
        (tried for width in widths if len(tried := textwrap.wrap(text, width)) <= lines),
        textwrap.wrap(text, letters),
    )


def finish(
    figure: Figure, title: str, words: Sequence[str], table: Sequence[Sequence[str]]
) -> Picture:
    """Draw a figure, while its style is in force, and put the words with it.

    The text alternative is the title and as many of the words, in whole sentences, as fit.
    """
    if len(title) > LONGEST - 1:
        raise ValueError(f"a title has {LONGEST - 1} characters at the most, not {len(title)}")
    alt = f"{title}."
    for sentence in words:
        if len(alt) + 1 + len(sentence) > LONGEST:
            break
        alt = f"{alt} {sentence}"
    drawn, small = io.BytesIO(), io.BytesIO()
    figure.savefig(drawn, format="png")
    image = Image.open(drawn).convert("RGB")
    image.quantize(dither=Image.Dither.NONE).save(small, "png", optimize=True)
    return Picture(tuple(figure.get_axes()), title, alt, table, small.getvalue())


def add_legend(figure: Figure, handles: Sequence[Artist]) -> None:
    """Name the colours in one legend below the picture, which grows by its lines."""
    if not handles:
        return
    longest = max(len(handle.get_label()) for handle in handles)
    columns = min(len(handles), max(1, int(WIDTH * 72 / (40 + 6.2 * longest))))
    lines = -(-len(handles) // columns)
    figure.legend(handles=handles, ncols=columns, loc="outside lower center")
    figure.set_figheight(figure.get_figheight() + 0.1 + 0.2 * lines)


def duration(seconds: float) -> str:
    """Say a time with two or three digits: ``"1.24 s"``, ``"26 ms"``, ``"492 µs"``."""
    for unit, size in [("s", 1), ("ms", 1e-3), ("µs", 1e-6)]:
        if seconds >= 0.9995 * size:
            return f"{number(seconds / size)} {unit}"
    return f"{number(seconds * 1e9)} ns"


def number(value: float) -> str:
    """Say a number with three digits, or with all digits before the point."""
    return f"{value:,.0f}" if value >= 99.95 else f"{value:.3g}"


def in_seconds(time: float) -> str:
    """Say a time in seconds, for times that are compared: ``"0.26 s"``, ``"12.4 s"``."""
    return f"{time:.2f} s" if time < 9.995 else f"{time:,.1f} s"


def in_words(values: Mapping[str, float], say: Callable[[float], str]) -> str:
    """Say each value with its name, or from where to where they go if there are more than three."""
    if len(values) <= 3:
        return f"{'; '.join(f'{name} {say(value)}' for name, value in values.items())}."
    return f"From {say(min(values.values()))} to {say(max(values.values()))}."
