"""What the workers of a pool run: how they begin, and their tasks."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from multiprocessing import current_process

from helpers.spans import note, span
from helpers.workers.tickets import holding, network
from helpers.workers.waiting import receive

TYPE_CHECKING = False  # children have no need of these imports, which take time
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing import Queue
    from multiprocessing.connection import Connection
    from multiprocessing.sharedctypes import Synchronized
    from multiprocessing.synchronize import Barrier, Lock


def begin(gate: Barrier) -> None:
    """Begin as a worker: wait until all are there, and take a name."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # *Stop* is for the parent
    current_process().name = f"worker {gate.wait(timeout=60) + 1}"
    note("is ready")


def work(seconds: float) -> float:
    """Work for some seconds, and return how many."""
    with span("working"):
        time.sleep(seconds)
    return seconds


def invert(number: int) -> float:
    """Return one divided by a number, and note that this was done."""
    note(f"inverts {number}")
    return 1 / number


def price(do: Callable[[range], object], many: int) -> float:
    """Return what one of so many tasks costs, in seconds: of three times the median."""
    seconds = []
    for _ in range(3):
        start = time.perf_counter()
        do(range(many))
        seconds.append((time.perf_counter() - start) / many)
    return sorted(seconds)[1]


def outcome(do: Callable, *args: object) -> object:
    """Return what comes of a call: the result, or the exception."""
    try:
        return do(*args)
    except Exception as error:
        # The traceback would keep all that was called with, pools too.
        return error.with_traceback(None)


def keep(lock: Lock, total: Synchronized) -> None:
    """Keep what this worker is handed, where its tasks find it."""
    global kept
    kept = lock, total


def add(number: int) -> None:
    """Add a number to the total that all workers have."""
    lock, total = kept
    with holding(lock):
        total.value += number


def keep_table(table: bytes) -> None:
    """Keep a table where the tasks of this worker find it."""
    global kept_table
    kept_table = table


def look_up(place: int) -> int:
    """Look a place up in the table that this worker keeps."""
    return kept_table[place]


def look_up_in(table: bytes, place: int) -> int:
    """Look a place up in a table that comes with the task."""
    return table[place]


def open_window(gate: Barrier, requests: Queue, replies: list[Connection]) -> None:
    """Begin as a worker who sells for the owner of the tickets, with a pipe to hear."""
    global window
    begin(gate)
    number = int(current_process().name.removeprefix("worker ")) - 1
    window = number, requests, replies[number]


def serve(client: int) -> bool:
    """Ask the owner for a ticket for a client, and say whether there was one."""
    number, requests, reply = window
    with span("waiting for the owner"):
        network()
        requests.put(number)
        sold = receive(reply)
        network()
    return sold


def own_tickets(tickets: int, requests: Queue, replies: list[Connection]) -> None:
    """Own the tickets: answer requests, one after another, until there is a sentinel."""
    while (number := requests.get(timeout=60)) is not None:
        with span("selling"):
            sold = tickets > 0
            tickets -= sold
        replies[number].send(sold)


def orders(taken: list[int]) -> Iterator[int]:
    """Give a thousand numbers, and keep a list of those that were taken."""
    for number in range(1000):
        taken.append(number)
        yield number


class TwoWordsError(Exception):
    """An error that is made of two words, and tells `Exception` of one text."""

    def __init__(self, what: str, why: str) -> None:
        super().__init__(f"{what}: {why}")


def be_bad(kind: str) -> object:
    """Do what a task should not do."""
    if kind == "is killed":  # by SIGTERM under Windows, which is as abrupt
        with span("working"):
            os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    if kind == "calls sys.exit":
        sys.exit(3)
    if kind == "returns a lock":
        return threading.Lock()
    if kind == "raises an unpicklable exception":
        raise ValueError(threading.Lock())
    if kind == "raises an unreadable exception":
        raise TwoWordsError("no bread", "the oven is cold")
    raise ValueError("on purpose")
