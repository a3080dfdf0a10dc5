"""A worker that does nothing, in a module that imports much at its top; for lesson 04."""

import matplotlib.figure  # noqa: F401


def do_nothing() -> None:
    """Return at once: what is left is the price of starting, and of the import above."""
