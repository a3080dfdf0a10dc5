"""How much goes through a channel: a queue or a pipe, from one process to another."""

from collections.abc import Callable
from multiprocessing import Pipe, Process, Queue, SimpleQueue
from time import perf_counter

from helpers.workers.messages import pour
from helpers.workers.waiting import receive

CHANNELS = ("Queue", "SimpleQueue", "Pipe")


def messages_per_second(channel: str, size: int, count: int) -> float:
    """Measure how many messages of a size one process can send another in a second.

    Parameters
    ----------
    channel : str
        ``"Queue"``, ``"SimpleQueue"`` or ``"Pipe"``.
    size : int
        Bytes of a message.
    count : int
        How many are sent.

    Returns
    -------
    float
        From the arrival of the first message to that of the last.

    Raises
    ------
    ValueError
        If there is no such channel.
    """
    put, get, close = _open(channel)
    source = Process(target=pour, args=(put, size, count + 1), name=f"{channel}, {size} B")
    source.start()
    try:
        get()
        start = perf_counter()
        for _ in range(count):
            get()
        seconds = perf_counter() - start
    finally:
        source.kill()
        source.join(timeout=60)
        close()
    return count / seconds


def _open(channel: str) -> tuple[Callable, Callable, Callable]:
    """Return what sends, what receives, and what closes."""
    if channel == "Queue":
        queue = Queue()
        return queue.put, lambda: queue.get(timeout=60), queue.close
    if channel == "SimpleQueue":
        queue = SimpleQueue()
        return queue.put, lambda: _get(queue), queue.close
    if channel == "Pipe":
        receiver, sender = Pipe(duplex=False)
        return sender.send, lambda: receive(receiver), receiver.close
    raise ValueError(f"channel must be one of {', '.join(CHANNELS)}, not {channel!r}")


def _get(queue: SimpleQueue) -> object:
    """Get with a deadline, which this queue itself has not."""
    if not queue._reader.poll(60):
        raise TimeoutError("nothing has come through the queue in 60 seconds")
    return queue.get()
