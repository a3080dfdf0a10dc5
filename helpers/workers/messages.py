"""What the processes of lesson 09 send each other, and how they wait for it."""

from __future__ import annotations

import threading
import time

from helpers.spans import note, span
from helpers.workers.tickets import network, tell
from helpers.workers.waiting import receive

TYPE_CHECKING = False  # children have no need of these imports, which take time
if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.queues import JoinableQueue, Queue
    from multiprocessing.synchronize import Barrier


def bake(oven: str, count: int, counter: Queue) -> None:
    """Bake so many loaves, and put each onto the counter."""
    for number in range(1, count + 1):
        with span("baking"):
            time.sleep(0.1)
        counter.put(f"{oven} {number}")


def sell(counter: Queue) -> None:
    """Sell what is on the counter, until there is None, the sentinel."""
    while (loaf := counter.get(timeout=60)) is not None:
        with span("selling"):
            time.sleep(0.08)
        note(loaf)


def deliver(parcel: object, counter: Queue) -> None:
    """Put one thing onto the counter, and end."""
    counter.put(parcel)


def wait_until_read(counter: Queue) -> None:
    """Wait until another process waits to read, for a minute at the most."""
    deadline = time.perf_counter() + 60
    # Whoever waits in get() holds this lock, the queue's own. Nothing public tells.
    while counter._rlock.acquire(block=False) and time.perf_counter() < deadline:
        counter._rlock.release()
        time.sleep(0.01)


def do_tasks(tasks: JoinableQueue) -> None:
    """Do tasks until there is the sentinel, and say of each that it is done."""
    while (seconds := tasks.get(timeout=60)) is not None:
        with span("working"):
            time.sleep(seconds)
        tasks.task_done()


def shout(line: Connection, not_mine: Connection) -> None:
    """Answer what is said on a line, in capitals, until its other end is closed."""
    not_mine.close()
    try:
        while line.poll(60):
            line.send(line.recv().upper())
    except (EOFError, BrokenPipeError):  # the latter from poll(), under Windows
        note("the other end was closed")


def say(words: list[str], line: Connection) -> None:
    """Say these words, and end."""
    for word in words:
        line.send(word)


def own_tickets(tickets: int, requests: Queue, replies: list[Connection]) -> None:
    """Own the tickets: answer one request from each client, one after another."""
    for _ in replies:
        client = requests.get(timeout=60)
        with span("selling"):
            sold = tickets > 0
            tickets -= sold
        replies[client].send(sold)
    note(f"{tickets} left")


def ask(client: int, gate: Barrier, requests: Queue, reply: Connection) -> None:
    """Ask the owner for a ticket, and wait for the answer."""
    gate.wait(timeout=60)
    with span("waiting for the owner"):
        network()
        requests.put(client)
        sold = receive(reply)
        network()
    tell(sold)


def pour(put: Callable[[bytes], object], size: int, count: int) -> None:
    """Put a message of so many bytes into a channel, so many times."""
    message = bytes(size)
    for _ in range(count):
        put(message)


class Brake:
    """A thing that is pickled only when it is released: it holds up what follows."""

    def __init__(self) -> None:
        self.released = threading.Event()

    def __reduce__(self) -> tuple:
        self.released.wait(60)
        return str, ("brake",)
