"""How much memory processes use, measured from outside."""

import math
from collections.abc import Iterable
from typing import NamedTuple

import psutil

MB = 1_000_000


class Memory(NamedTuple):
    """The memory of one process, in bytes.

    Attributes
    ----------
    rss : int
        What it has in the machine's memory, shared with others or not (resident set size).
    uss : float
        What it has for itself alone, and what would be free without it (unique set size);
        NaN where the system does not tell.
    """

    rss: int
    uss: float


def measure(pids: Iterable[int]) -> list[Memory]:
    """Measure the memory of processes that are alive, in the order of their identifiers.

    Notes
    -----
    Source: ``Process.memory_full_info`` in psutil's documentation. macOS tells the unique set
    size of other processes only to root.
    """
    return [_measure(psutil.Process(pid)) for pid in pids]


def _measure(process: psutil.Process) -> Memory:
    try:
        return Memory(process.memory_info().rss, process.memory_full_info().uss)
    except psutil.AccessDenied:
        return Memory(process.memory_info().rss, math.nan)
