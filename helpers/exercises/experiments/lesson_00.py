"""Experiments of lesson 00: what the process of the answer has imported."""

from __future__ import annotations

import sys


def imported_of(packages: list[str]) -> list[str]:
    """Return those of these packages that have been imported here."""
    return [package for package in packages if package in sys.modules]
