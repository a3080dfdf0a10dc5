"""The ticket office of the lessons on locks and queues: a JSON file, and its clients."""

from __future__ import annotations

import json
import os
import time
from contextlib import contextmanager

from helpers.spans import note, span

TYPE_CHECKING = False  # children have no need of these imports, which take time
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.synchronize import Barrier, Lock, RLock

DELAY = 0.01  # seconds that a message to the ticket office takes


@contextmanager
def office(tickets: int) -> Iterator[str]:
    """Give the path of an office's file with so many tickets; afterwards it is gone."""
    import tempfile  # here, since only the parent needs it and it is slow to import

    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "tickets.json")
        write_count(path, tickets)
        yield path


def write_count(path: str, count: int) -> None:
    """Write how many tickets are left."""
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"count": count}, file)


def read_count(path: str) -> int:
    """Read how many tickets are left."""
    with open(path, encoding="utf-8") as file:
        return json.load(file)["count"]


def network() -> None:
    """Take as long as a message to the ticket office."""
    time.sleep(DELAY)


def search(path: str) -> int:
    """Ask how many tickets are left, over the network."""
    network()
    return read_count(path)


def buy(path: str, meanwhile: Callable[[], object] = network) -> bool:
    """Buy a ticket if there is one: read the count, wait, count down, wait, write it."""
    count = read_count(path)
    if count == 0:
        return False
    meanwhile()
    count = count - 1
    network()
    write_count(path, count)
    return True


def tell(sold: bool) -> None:
    """Note how it went."""
    note("got a ticket" if sold else "turned away")


def rush(path: str, gate: Barrier) -> None:
    """Buy without a lock; all clients have read the count before any of them writes."""
    gate.wait(timeout=60)
    with span("buying"):
        tell(buy(path, meanwhile=lambda: gate.wait(timeout=60)))


def try_luck(path: str, gate: Barrier) -> None:
    """Buy without a lock, after some time to think about it, and see what happens."""
    import random  # here, since only this client needs it and it is slow to import

    gate.wait(timeout=60)
    time.sleep(random.uniform(0, 1))
    try:
        tell(buy(path))
    except json.JSONDecodeError:
        note("found an empty file")


@contextmanager
def holding(lock: Lock | RLock) -> Iterator[None]:
    """Hold a lock while the block runs, as ``with lock`` does, and record it."""
    with span("waiting for lock"):
        if not lock.acquire(timeout=60):
            raise TimeoutError("the lock was not free for a minute")
    try:
        with span("holding lock"):
            yield
    finally:
        lock.release()


def queue_up(path: str, gate: Barrier, lock: Lock) -> None:
    """Search and buy, and hold the lock all the time."""
    gate.wait(timeout=60)
    with holding(lock):
        tell(search(path) > 0 and buy(path))


def wait_outside(path: str, gate: Barrier, lock: Lock) -> None:
    """Wait for the network before and after; hold the lock only to read and write."""
    gate.wait(timeout=60)
    with span("buying"):
        network()
        with holding(lock):
            count = read_count(path)
            if count > 0:
                write_count(path, count - 1)
        network()
    tell(count > 0)


def check_then_act(path: str, gate: Barrier, lock: Lock) -> None:
    """Hold the lock to read, and once more to write, but not in between."""
    with holding(lock):
        count = read_count(path)
    gate.wait(timeout=60)
    if count > 0:
        with holding(lock):
            write_count(path, count - 1)
    tell(count > 0)


def buy_unsafely(path: str, lock: Lock) -> None:
    """Take the lock, buy, and give the lock back, if nothing goes wrong in between."""
    lock.acquire(timeout=60)
    tell(buy(path))
    lock.release()


def buy_safely(path: str, lock: Lock) -> None:
    """Take the lock, buy, and give the lock back, whatever happens."""
    with lock:
        tell(buy(path))


def die_writing(path: str) -> None:
    """Open the file to write a count, and die."""
    with open(path, "w", encoding="utf-8") as file:
        file.write('{"count": 9}')
        os._exit(1)


def try_lock(lock: Lock, seconds: float) -> None:
    """Wait so long for the lock, and note whether this process got it."""
    got_it = lock.acquire(timeout=seconds)
    if got_it:
        lock.release()
    note(f"got the lock: {got_it}")


def swap(mine: Lock, wanted: Lock, gate: Barrier, patience: float = 1) -> None:
    """Hold one lock, and ask for the other when the other client holds that one."""
    with holding(mine):
        gate.wait(timeout=60)
        with span("waiting for lock"):
            got_it = wanted.acquire(timeout=patience)
        gate.wait(timeout=60)  # nobody lets go before both have had their answer
    note(f"got the other lock: {got_it}")


def swap_in_order(first: Lock, second: Lock, gate: Barrier) -> None:
    """Take both locks; every client takes the same one first."""
    gate.wait(timeout=60)
    with holding(first), holding(second):
        network()
    note("got both locks")
