"""What each phase looks like, in the whole course: labels, their families, colours, contrast.

Families are told apart by lightness and texture first, and by colour second: colour says what
a process does. What is only measured, such as cores and costs, is drawn in greys.
"""

from collections.abc import Iterable
from typing import NamedTuple

import matplotlib.colors

# Every label of the course; a test knows of one that is missing. Where several kinds of work are
# in one picture, they are given their colours in this order.
FAMILIES = {
    "work": [
        *("computing", "working", "running", "baking", "cooking", "reading", "searching"),
        *("writing", "selling", "serving", "buying", "getting ready", "cleaning up"),
        *("eating", "printing", "playing", "visiting", "plain call", "run()", "start()"),
    ],
    "waiting": [
        *("waiting", "sleeping", "polling", "waiting for lock", "waiting for the network"),
        *("waiting for the owner", "waiting for a printer", "waiting for the signal"),
        *("waiting for the others", "waiting for the room", "waiting for the waiter"),
    ],
    "holding": ["holding lock"],
    "being there": ["program", "waiting for its child"],
}


class Look(NamedTuple):
    """How a bar is drawn: its colours, the width of its edge in points, and its texture."""

    fill: str
    edge: str
    width: float = 0.6
    hatch: str = ""


WORK = [  # blue, plum, ochre, slate
    Look("#2573B5", "#12395A"),
    Look("#A8519A", "#54284D"),
    Look("#9A6200", "#4D3100"),
    Look("#5A7684", "#2D3B42"),
]
WAITING = Look("#F6E7C8", "#9A7B3C", 0.8, "////")
HOLDING = Look("#003D2C", "#000000", 1.2)
BEING_THERE = Look("#FFFFFF", "#707070", 1.0)
FIXED = {"waiting": WAITING, "holding": HOLDING, "being there": BEING_THERE}


def family(label: str) -> str:
    """Say to which family a label belongs; one that the course does not know is work."""
    return next((name for name, labels in FAMILIES.items() if label in labels), "work")


def looks(labels: Iterable[str]) -> dict[str, Look]:
    """Give each label of a picture its look, work in the order of the table.

    The first kind of work is blue. A label that is not in the table comes after those that are.
    """
    table = [label for known in FAMILIES.values() for label in known]
    found = sorted(set(labels), key=lambda label: (label not in table, *_place(label, table)))
    work = [label for label in found if family(label) == "work"]
    given = {label: WORK[number % len(WORK)] for number, label in enumerate(work)}
    return {label: given.get(label) or FIXED[family(label)] for label in found}


def _place(label: str, table: list[str]) -> tuple[int, str]:
    return (table.index(label) if label in table else 0, label)


def ink(fill: str) -> str:
    """Choose black or white, whichever has more contrast with a colour."""
    return max("#202020", "#FFFFFF", key=lambda colour: contrast(colour, fill))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 (none) to 21 (black and white).

    Notes
    -----
    Source: Web Content Accessibility Guidelines 2.2, *contrast ratio*; text needs 4.5.
    """
    darker, lighter = sorted([_luminance(one), _luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in matplotlib.colors.to_rgb(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
