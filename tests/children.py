"""What the tests run in children; like all such functions, where children can import them."""

import os
import signal
import time
from collections.abc import Callable

from helpers.spans import note, span


def work(seconds: float = 0.1) -> None:
    """Use CPU time in a span, and leave a note."""
    with span("computing"):
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            pass
    note("done")


def put_pid(pids: list[int], place: int) -> None:
    """Write into its place in a shared array which process this is."""
    pids[place] = os.getpid()


def say(text: str) -> None:
    note(text)


def chatter(times: int) -> None:
    """Leave many notes, one after another."""
    for number in range(times):
        note(f"{number}: " + 50 * "bla ")


def fail() -> None:
    with span("computing"):
        raise ValueError("on purpose")


def die() -> None:
    """Begin a span and end at once, as if killed by somebody else."""
    with span("computing"):
        if os.name == "nt":
            os._exit(1)
        os.kill(os.getpid(), signal.SIGKILL)


def hold(seconds: float = 60) -> None:
    """Stay in a span for so long that somebody has to end it."""
    with span("sleeping"):
        time.sleep(seconds)


def note_variable(name: str) -> None:
    note(os.environ.get(name, "not there"))


def have_a_child() -> None:
    """Start a child that works: a grandchild of the test."""
    import multiprocessing

    child = multiprocessing.get_context("spawn").Process(target=work, name="grandchild")
    child.start()
    child.join(timeout=30)


def have_a_child_that_stays(connection: object, ignoring: bool) -> None:
    """Start a child that stays, and say its pid; if `ignoring`, stay oneself when asked to end."""
    import multiprocessing

    if ignoring:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    child = multiprocessing.get_context("spawn").Process(target=hold)
    child.start()
    connection.send(child.pid)
    time.sleep(60)


def fail_with(argument: object) -> None:
    raise SystemExit(3)


def quickly(target: Callable, *arguments: object) -> None:
    """Run a worker whose sleeps take a tenth of their time; in a process of its own."""
    sleep = time.sleep
    time.sleep = lambda seconds: sleep(seconds / 10)
    target(*arguments)
