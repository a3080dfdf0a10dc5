"""Wait for a child's word, with a deadline."""

from collections.abc import Callable
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess


def wait_for_word(child: BaseProcess, connection: Connection, deadline: float = 60) -> object:
    """Wait until a child sends something, and return it.

    Waiting for the connection alone is not enough: when *Stop* is pressed in the moment of a
    fork, Python loses the interrupt, and a parent would wait for a child that has died of it.

    Parameters
    ----------
    child : multiprocessing.process.BaseProcess
        A process that has been started.
    connection : multiprocessing.connection.Connection
        The parent's end of a pipe.
    deadline : float
        Seconds to wait at most.

    Raises
    ------
    RuntimeError
        If the child ends, or the time is up, before it has sent anything.
    """
    ended = child.sentinel in wait([connection, child.sentinel], timeout=deadline)
    if not wait([connection], timeout=0):  # poll() raises at the end of a pipe under Windows
        child.join(timeout=5 if ended else 0)  # its sentinel is ready a moment before its end
        how = "is silent" if child.is_alive() else f"has ended with exit code {child.exitcode}"
        raise RuntimeError(f"{child.name} {how} instead of sending a word")
    return connection.recv()


def start_ready(name: str, target: Callable, *args: object) -> Process:
    """Start a process, and return it when it says that it is at work."""
    receiver, sender = Pipe(duplex=False)
    process = Process(target=target, args=(*args, sender), name=name)
    process.start()
    wait_for_word(process, receiver)
    return process
