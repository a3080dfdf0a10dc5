"""What the processes of the exercises of lesson 14 run."""

from __future__ import annotations

import os

from helpers.spans import note

TYPE_CHECKING = False  # children have no need of this import, which takes time
if TYPE_CHECKING:
    from pathlib import Path


def cook(guest: str) -> str:
    """Cook for a guest; return and note what it was, which nobody knows before."""
    dish = f"{guest} eats dish {os.urandom(4).hex()}"
    note(f"{guest} {dish}")
    return dish


def weigh(parcel: str) -> int:
    """Weigh a parcel; return and note its weight, which nobody knows before."""
    weight = 1 + os.urandom(1)[0]
    note(f"{parcel} {weight}")
    return weight


def count_lines(path: Path) -> int:
    """Return how many lines a file has, and note that they were counted here."""
    number = path.read_bytes().count(b"\n")
    note(f"{path.name} {number}")
    return number
