"""The judge's end of a race: it decides who comes to an end, and when; see `gatekeeper`."""

from __future__ import annotations

import time
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING

from helpers.exercises.gatekeeper import gate_for
from helpers.exercises.notes import events
from helpers.system.processes import is_running, status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helpers.exercises.workers.gate import Gate

STEP = 0.01  # seconds
REST = 50  # steps of rest, in which whoever waits for the first to end has noticed it
LONGEST = 150  # steps; who looks again and again never rests


@contextmanager
def race_of(runners: int, order: list[str], seconds: float, pid: int) -> Iterator[Gate]:
    """Let runners end one after the other, while the ``with`` block runs.

    The first ends when all are there, the second when whoever waits for the first has not noticed
    it, though it had the time; and then all others. As soon as somebody has been told to end, none
    of them is let go. This thread takes its steps on the same machine: it is as slow as the answer.

    Parameters
    ----------
    runners : int
        How many there are.
    order : list of str
        Who is the first, and who the second.
    seconds : float
        How long they run at least.
    pid : int
        The process that waits for them.

    Yields
    ------
    Gate
        For the runners.
    """
    with gate_for(runners, patience=3) as gate:
        over = Event()
        args = gate, order, time.monotonic() + seconds, pid, over
        keeper = Thread(target=_keep, args=args, daemon=True)
        keeper.start()
        try:
            yield gate
        finally:
            over.set()
            keeper.join(timeout=5)


def _keep(gate: Gate, order: list[str], earliest: float, pid: int, over: Event) -> None:
    while not gate.has("all") or time.monotonic() < earliest:
        if over.wait(STEP):
            return
    since = time.monotonic()
    for name, place in zip(order, ("first", "second"), strict=True):
        gate.say(f"{name} ends")
        if _ends(gate, name, since, over):
            gate.say(f"{place} is over")
        if _is_noticed(since, pid, over):
            return
    gate.say("others end")


def _ends(gate: Gate, name: str, since: float, over: Event) -> bool:
    """Wait for the end of a runner's process, or until somebody has noticed before."""
    runner = int(gate.heard(f"{name} runs"))
    for _ in range(LONGEST):
        if not is_running(runner) or _is_told(since):
            return True
        if over.wait(STEP):
            return False
    return True  # it goes on, as that of a pool


def _is_told(since: float) -> bool:
    return any(event[1] == "told" for event in events(since))


def _is_noticed(since: float, pid: int, over: Event) -> bool:
    """Wait for as long as it takes to notice an end; say whether anybody was told to end."""
    rest = 0
    for _ in range(LONGEST):
        if over.wait(STEP) or _is_told(since):
            return True
        rest += status(pid) == "sleeping"
        if rest == REST:
            return False
    return False
