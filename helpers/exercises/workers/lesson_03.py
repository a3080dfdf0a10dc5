"""What the processes of the exercises of lesson 03 run."""

from __future__ import annotations

from helpers.spans import note


def invite(guest: str, host: str, *, drink: str = "water") -> None:
    """Note who visits whom, and what there is to drink."""
    note(f"{guest} visits {host} for {drink}")


def count_letters(name: str) -> int:
    """Return how many letters a name has, and note that they were counted here."""
    note(f"counted {name}")
    return sum(each.isalpha() for each in name)
