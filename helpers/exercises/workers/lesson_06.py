"""What the processes of the exercises of lesson 06 run."""

from __future__ import annotations

from helpers.spans import note

TYPE_CHECKING = False  # children have no need of this import, which takes time
if TYPE_CHECKING:
    from pathlib import Path


def count_lines(path: Path) -> int:
    """Return how many lines a file has, and note that they were counted here."""
    note(f"counted {path.name}")
    return path.read_bytes().count(b"\n")
