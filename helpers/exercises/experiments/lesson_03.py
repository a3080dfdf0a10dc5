"""Experiments of lesson 03: gifts, of which many cannot be sent to the process of the answer."""

from __future__ import annotations

import io
import threading
from pathlib import Path

TYPE_CHECKING = False  # an answer has no need of this import, which takes time
if TYPE_CHECKING:
    from collections.abc import Callable


def said_of(can_travel: Callable, words: str) -> object:
    """Ask whether a gift can travel; return the answer, or the error that came instead."""

    class Local:
        """Nobody can import this."""

    with open(__file__, encoding="utf-8") as file:
        gifts = {
            "a list of strings": ["a", "list"],
            "a dictionary": {"x": (1, 2)},
            "a function of a module": len,
            "nothing, None": None,
            "an empty list": [],
            "an exception": KeyError("x"),
            "a path": Path("x"),
            "a lambda": lambda: 1,
            "a generator": (each for each in [1]),
            "a module": threading,
            "a class of a function": Local(),
            "an open file": file,
            "a lock of threads": threading.Lock(),
            "a StringIO": io.StringIO("text"),
            "a list with a lambda deep inside": [1, [2, lambda: 1]],
        }
        try:
            return can_travel(gifts[words])
        except Exception as error:
            return type(error)
