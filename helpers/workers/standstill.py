"""What the processes of lesson 15 do: stand still for ever, work until they are told, write a log.

What stands still here is ended from outside; `helpers.system.standing` sees to that.
"""

from __future__ import annotations

import time

from helpers.spans import note, span

TYPE_CHECKING = False  # children have no need of these imports, which take time
if TYPE_CHECKING:
    from multiprocessing.queues import Queue
    from multiprocessing.synchronize import Barrier, Event, Lock


def take_both(names: tuple[str, str], first: Lock, second: Lock, meeting: Barrier) -> None:
    """Take one lock; when the other process has the other one, want that as well."""
    with first, span("holding lock"):
        note(f"has {names[0]}")
        meeting.wait(timeout=60)
        note(f"wants {names[1]}")
        with span("waiting for lock"), second:
            note("has both")


def bake_loaves(counter: Queue) -> None:
    """Bake two loaves, and forget to say that there will be no more."""
    for number in [1, 2]:
        with span("baking"):
            time.sleep(0.1)
        counter.put(f"loaf {number}")


def sell_loaves(counter: Queue) -> None:
    """Sell what is on the counter, until there is None instead of a loaf."""
    while True:
        with span("waiting"):
            loaf = counter.get()
        if loaf is None:
            return
        note(f"has sold {loaf}")


def write_report(reports: Queue, pages: int) -> None:
    """Write a report, put it into a queue, and come to the end."""
    with span("writing"):
        time.sleep(0.2)
    reports.put("a page of the report\n" * 50 * pages)
    note("has done all that it had to do")


def look_again(ready: Event) -> None:
    """Look again and again whether there is something to do."""
    with span("polling"):
        while not ready.is_set():
            time.sleep(0.05)


def crash_at_one(number: int) -> int:
    """Do a task of a pool; whoever does number 1 is killed in the middle of it."""
    with span("working"):
        time.sleep(0.1)
        if number == 1:
            import os  # here, since nobody else needs them
            import signal

            os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    return number


def log_steps(steps: int) -> None:
    """Log so many steps, as any module would."""
    import logging  # here, since it takes time, and the others do not need it

    for step in range(1, steps + 1):
        logging.getLogger("bakery").info("step %d", step)


def log_into(records: Queue, steps: int) -> None:
    """Send all that this process logs into a queue; then log so many steps."""
    import logging.handlers

    bakery = logging.getLogger("bakery")
    # None that was inherited.
    bakery.handlers = [logging.handlers.QueueHandler(records)]
    bakery.setLevel(logging.INFO)
    log_steps(steps)
