"""What the processes of the exercises of lesson 05 run."""

from __future__ import annotations

import sys

from helpers.spans import note

TYPE_CHECKING = False  # children have no need of this import, which takes time
if TYPE_CHECKING:
    from multiprocessing.synchronize import Event


def exit_with(code: int) -> None:
    """End with an exit code."""
    sys.exit(code)


def stay(stop: Event) -> None:
    """Stay until the event is set, for half a minute at the most."""
    stop.wait(timeout=30)


def work_until(stop: Event, at_work: Event) -> None:
    """Say that the work has begun, work until asked to stop, and put everything away."""
    at_work.set()
    if stop.wait(timeout=5):
        note("all put away")


def run_race(winner: str, never: Event, name: str) -> None:
    """Run a race: the winner ends at once, all others run for half a minute."""
    note(name)
    if name != winner:
        never.wait(timeout=30)
