"""The functions that the lessons hand to ``Process`` and ``Thread``."""

import io
import math
import os
import socket
import sys
import time
from multiprocessing import Process

from helpers.spans import note, span

FIRST = 10_000_001  # where the search begins: from here on, each number costs about the same


class NotingProcess(Process):
    """A process that notes the exception that ends it, and shows no traceback."""

    def run(self) -> None:
        """Run the target; an exception goes its usual way, after the note."""
        try:
            super().run()
        except Exception as error:
            note(f"{type(error).__name__}: {error}")
            sys.stderr = io.StringIO()  # where a child's traceback would appear differs
            raise


def do_nothing() -> None:
    """Return at once: what is left is the price of starting whoever runs it."""


def say_hello() -> None:
    """Leave a note, so that the recording shows who was here."""
    note("hello")


def is_prime(number: int) -> bool:
    """Try all odd divisors up to the square root of an odd number."""
    return all(number % divisor for divisor in range(3, math.isqrt(number) + 1, 2))


def count_primes(size: int, first: int = FIRST) -> None:
    """Count the primes among `size` odd numbers from `first` on: CPU-bound work."""
    with span("computing"):
        primes = sum(is_prime(number) for number in range(first, first + 2 * size, 2))
    note(f"{primes} primes")


def hash_password(rounds: int) -> None:
    """Derive a key from a password: CPU-bound work, all of it in C."""
    import hashlib  # here, since only this worker needs it and it is slow to import

    with span("computing"):
        hashlib.pbkdf2_hmac("sha256", b"correct horse battery staple", b"salt", rounds)


def count_cpus_when_restricted() -> None:
    """Restrict this process to one CPU, and note how many it counts then. Linux only."""
    from helpers.system.machine import usable_cpus  # here: only this worker needs it

    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    note(f"{os.cpu_count()} in the machine, {usable_cpus()} usable")


def note_variable(name: str) -> None:
    """Note what the environment of this process says about a variable, or "nothing"."""
    note(os.environ.get(name, "nothing"))


def ask_weather(port: int, city: str) -> None:
    """Ask the slow server about a city, and note its answer: I/O-bound work."""
    with (
        span("waiting for the network"),
        socket.create_connection(("127.0.0.1", port), timeout=20) as connection,
    ):
        connection.sendall(f"{city}\n".encode())
        answer = connection.makefile(encoding="utf-8").readline()
    note(answer.strip())


def task_size(seconds: float) -> int:
    """Find the size that makes `count_primes` take about `seconds` on this machine.

    The size is how many numbers to try. It is measured in CPU time, so that other programs that
    run meanwhile do not change it much.

    Parameters
    ----------
    seconds : float
        CPU time that one task shall take, above 0 and at most 10.

    Raises
    ------
    ValueError
        If `seconds` is out of range.
    """
    if not 0 < seconds <= 10:
        raise ValueError(f"seconds must be above 0 and at most 10, not {seconds!r}")
    tried, start = 0, time.thread_time()
    while (spent := time.thread_time() - start) < 0.1:
        for number in range(FIRST, FIRST + 400, 2):
            is_prime(number)
        tried += 200
    return max(1, round(tried * seconds / spent))
