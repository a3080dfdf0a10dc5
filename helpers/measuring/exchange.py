"""What it costs to change a number that is shared, and to move data, by each mechanism."""

import os
import tempfile
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from multiprocessing import Lock, Manager, Pipe, Process, Queue, RawArray, RawValue, Value
from multiprocessing.connection import Connection
from time import perf_counter
from timeit import repeat

import numpy

from helpers.workers import sharing, tickets
from helpers.workers.waiting import receive

IN_PLACE = "shared memory, in place"
WAYS = ("file", "manager", "Queue", "pipe", "Array", "shared memory", IN_PLACE)


def cost_of_update() -> dict[str, float]:
    """Measure how long it takes to add one to a number, by each mechanism.

    Returns
    -------
    dict of str to float
        For each mechanism, from the variable of one process to a file, the seconds of an update.
    """
    raw, value, lock = RawValue("q", 0), Value("q", 0), Lock()
    costs = {"variable": _each("number += 1", 20_000, "number = 0")}
    with sharing.block_of(8) as block:
        numbers = numpy.frombuffer(block.buf, dtype=numpy.int64, count=1)
        costs["shared memory"] = _each("numbers[0] += 1", 2000, numbers=numbers)
        del numbers
    costs["RawValue"] = _each("raw.value += 1", 2000, raw=raw)
    costs["Value and its lock"] = _each(
        "with value.get_lock(): value.value += 1", 2000, value=value
    )
    # Both are asked with a deadline, as they should be; looking first costs as much as receiving.
    requests, replies = Pipe()
    costs["pipe, there and back"] = _ask(
        requests.send, lambda: receive(requests), (replies, replies)
    )
    asked, answered = Queue(), Queue()
    costs["Queue, there and back"] = _ask(
        asked.put, lambda: answered.get(timeout=60), (asked, answered)
    )
    with Manager() as manager:
        table = manager.dict(count=0)
        costs["manager"] = _each("table['count'] += 1", 200, table=table)
    with tickets.office(0) as path:
        costs["JSON file and a lock"] = _each(
            "with lock: write(path, read(path) + 1)",
            200,
            lock=lock, path=path, read=tickets.read_count, write=tickets.write_count,
        )  # fmt: skip
    return costs


def seconds_to_move(way: str, sizes: Iterable[int]) -> dict[int, float]:
    """Measure how long it takes until a child can see bytes that its parent has.

    Parameters
    ----------
    way : str
        One of `WAYS`. ``"shared memory, in place"`` means that the data is in the block already,
        and need not be copied into it.
    sizes : iterable of int
        How many bytes, each above 0.

    Returns
    -------
    dict of int to float
        For each size the seconds from sending to the child's reply.

    Raises
    ------
    ValueError
        If there is no such way.
    """
    if way not in WAYS:
        raise ValueError(f"way must be one of {', '.join(WAYS)}, not {way!r}")
    sizes = sorted(sizes)
    with ExitStack() as stack:
        channel = _open(way, sizes[-1], stack)
        line, end = Pipe()
        child = Process(target=sharing.fetch_and_reply, args=(way, end, channel), name=way)
        child.start()
        end.close()  # so that receiving is an error at once if the child has died
        stack.callback(child.join, timeout=60)
        stack.callback(line.send, 0)
        _move(way, line, channel, bytes(1))  # not measured: the child has to begin
        seconds = {}
        for size in sizes:
            data = bytes(size)
            start = perf_counter()
            _move(way, line, channel, data)
            seconds[size] = perf_counter() - start
        return seconds


def _each(statement: str, times: int, setup: str = "pass", **names: object) -> float:
    each = times // 5  # the best of five rounds: other programs only ever add to it
    return min(repeat(statement, setup, repeat=5, number=each, globals=names)) / each


def _ask(send: Callable, reply: Callable, ends: tuple) -> float:
    """Measure a request to an owner and its reply."""
    owner = Process(target=sharing.add_for_others, args=ends, name="owner")
    owner.start()
    send(1)
    reply()
    seconds = _each("send(1); reply()", 500, send=send, reply=reply)
    send(0)
    owner.join(timeout=60)
    return seconds


def _open(way: str, size: int, stack: ExitStack) -> object:
    """Return what parent and child need besides a pipe; the stack closes it."""
    if way == "file":
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        return os.path.join(folder, "data")
    if way == "Queue":
        return Queue()
    if way == "manager":
        return stack.enter_context(Manager()).dict()
    if way == "Array":
        return RawArray("c", size)
    return None if way == "pipe" else stack.enter_context(sharing.block_of(size))


def _move(way: str, line: Connection, channel: object, data: bytes) -> None:
    """Send data, and wait for the reply."""
    if way == "file":
        with open(channel, "wb") as file:
            file.write(data)
    elif way == "manager":
        channel["data"] = data
    elif way == "Array":
        memoryview(channel).cast("B")[: len(data)] = data
    elif way == "shared memory":
        channel.buf[: len(data)] = data
    line.send(len(data))
    if way == "Queue":
        channel.put(data)
    elif way == "pipe":
        line.send(data)
    receive(line)
