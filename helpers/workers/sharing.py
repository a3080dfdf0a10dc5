"""What the processes of lesson 10 do with memory that they really share."""

from __future__ import annotations

from contextlib import contextmanager, suppress

from helpers.spans import note
from helpers.workers.waiting import receive

TYPE_CHECKING = False  # children have no need of these imports, which take time
if TYPE_CHECKING:
    from collections.abc import Iterator
    from ctypes import Array
    from multiprocessing.connection import Connection
    from multiprocessing.managers import ListProxy
    from multiprocessing.queues import Queue
    from multiprocessing.shared_memory import SharedMemory
    from multiprocessing.sharedctypes import Synchronized
    from multiprocessing.synchronize import Barrier


@contextmanager
def block_of(size: int) -> Iterator[SharedMemory]:
    """Give a block of so many bytes; afterwards it is closed and gone."""
    from multiprocessing.shared_memory import SharedMemory

    block = SharedMemory(create=True, size=size)
    try:
        yield block
    finally:
        block.unlink()
        with suppress(BufferError):  # after an error, an array may still look into it
            block.close()


def one_when_all_are_here(gate: Barrier) -> int:
    """Return 1, when all others have come here too."""
    gate.wait(timeout=60)
    return 1


def count(total: Synchronized, gate: Barrier) -> None:
    """Add one to a shared number."""
    total.value += one_when_all_are_here(gate)


def count_many_locked(total: Synchronized, times: int) -> None:
    """Add one to a shared number, so many times, each time under its lock."""
    for _ in range(times):
        with total.get_lock():
            total.value += 1


def fill(places: Array, mine: int) -> None:
    """Write into the place that is mine, and nowhere else."""
    places[mine] = mine * mine


def square_part(name: str, length: int, first: int, last: int) -> None:
    """Square a part of the numbers in the block of this name, in place."""
    from multiprocessing.shared_memory import SharedMemory

    import numpy  # here, since only this worker needs them and they are slow to import

    block = SharedMemory(name=name)
    numbers = numpy.frombuffer(block.buf, dtype=float, count=length)
    numbers[first:last] **= 2
    del numbers  # a block that somebody still looks into cannot be closed
    block.close()


def sign(guests: ListProxy, name: str) -> None:
    """Add a name to a managed list."""
    guests.append(name)
    note(f"{name} has signed")


def add_for_others(requests: Queue | Connection, replies: Queue | Connection) -> None:
    """Own a number: add what is asked for, and reply with the sum, until asked for 0."""
    by_queue = hasattr(requests, "put")
    send = replies.put if by_queue else replies.send
    total = 0
    while amount := requests.get(timeout=60) if by_queue else receive(requests):
        total += amount
        send(total)


def fetch_and_reply(way: str, line: Connection, channel: object) -> None:
    """Fetch what the parent has sent by some way, and reply with its last byte, until told 0."""
    while size := receive(line):
        line.send(fetch(way, line, channel)[size - 1])


def fetch(way: str, line: Connection, channel: object) -> bytes | memoryview:
    """Fetch the bytes that were sent by a way."""
    if way == "file":
        with open(channel, "rb") as file:
            return file.read()
    if way == "Queue":
        return channel.get(timeout=60)
    if way == "manager":
        return channel["data"]
    if way == "Array":
        return memoryview(channel).cast("B")
    return receive(line) if way == "pipe" else channel.buf
