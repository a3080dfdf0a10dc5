"""The heirs of lesson 14: they look for what their parent changed too late for them."""

import os
import sys

from helpers.spans import note


def look_for_changes(limit: int) -> None:
    """Note for each thing that the parent has changed whether it is here; log a line."""
    import logging  # here, since it costs every child some time

    shop = logging.getLogger("shop")
    found = {
        "the environment variable": "COLOUR" in os.environ,
        "the recursion limit": sys.getrecursionlimit() == limit,
        "the logging handler": bool(shop.handlers),
    }
    for thing, is_here in found.items():
        note(f"{thing}: {'yes' if is_here else 'no'}")
    shop.info("a child has looked")
