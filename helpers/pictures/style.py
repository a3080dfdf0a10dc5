"""What all pictures of the course have in common: style, colours, and words that go with them.

The words matter: JupyterLab keeps a text alternative only in ``<img alt="…">``, so a picture
is shown as HTML. Nothing here is imported by a child, and nothing changes matplotlib's settings.
"""

import base64
import html
import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import matplotlib.colors
import matplotlib.style
from matplotlib.axes import Axes
from matplotlib.figure import Figure

STYLE = Path(__file__).with_name("course.mplstyle")
WIDTH = 7.2  # inches
# Colours that remain apart for colour-blind people (Okabe and Ito, 2008), one for each phase.
COLOURS = {
    "computing": "#0072B2",
    "waiting for the network": "#E69F00",
    "waiting for lock": "#D55E00",
    "holding lock": "#009E73",
    "sleeping": "#999999",
}
OTHER_COLOURS = ["#CC79A7", "#56B4E9", "#F0E442", "#000000"]
IDEAL = {"color": "#808080", "linestyle": "--", "linewidth": 1.2}


@dataclass(frozen=True)
class Picture:
    """A figure with the words that say what it shows.

    Attributes
    ----------
    axes : tuple of Axes
        What was drawn, for whoever wants to look closer.
    alt : str
        The text alternative.
    png : bytes
        The figure, drawn.
    """

    axes: tuple[Axes, ...]
    alt: str
    png: bytes

    def _repr_html_(self) -> str:
        width = round(self.axes[0].get_figure(root=True).get_figwidth() * 96)
        data = base64.b64encode(self.png).decode()
        return (
            f'<img src="data:image/png;base64,{data}" alt="{html.escape(self.alt)}" '
            f'style="width: {width}px; max-width: 100%;">'
        )

    def __repr__(self) -> str:
        return "Picture"


@contextmanager
def new_figure(width: float, height: float) -> Iterator[Figure]:
    """Give a new figure in the course's style; it is nobody's current figure."""
    with matplotlib.style.context(STYLE), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing")  # notes may be in any script
        yield Figure(figsize=(width, height), layout="constrained")


def finish(figure: Figure, alt: str) -> Picture:
    """Draw a figure, while its style is in force, and put the words with it."""
    drawn = io.BytesIO()
    figure.savefig(drawn, format="png")
    return Picture(tuple(figure.get_axes()), alt, drawn.getvalue())


def ink(colour: str) -> str:
    """Choose black or white, whichever is easier to read on a colour."""
    red, green, blue = matplotlib.colors.to_rgb(colour)
    return "black" if 0.3 * red + 0.59 * green + 0.11 * blue > 0.5 else "white"
