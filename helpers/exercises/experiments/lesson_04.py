"""Experiments of lesson 04: the start method of the answer's process."""

from __future__ import annotations

import multiprocessing


def start_method() -> str:
    """Return the start method of the whole program."""
    return multiprocessing.get_start_method()
