"""What the processes of the exercises of lesson 12 run: a bank that sees who holds which lock."""

from __future__ import annotations

import time

from helpers.exercises.workers.lesson_11 import begun
from helpers.spans import note

PATIENCE = 2.5  # seconds in which all have to be under way

TYPE_CHECKING = False  # children have no need of these imports, which take time
if TYPE_CHECKING:
    from ctypes import Array
    from multiprocessing.synchronize import Lock

_held: set[str] = set()  # the accounts whose locks this process holds
_begun: list[str] = []  # not empty as soon as it has wanted one


class Account(str):
    """A name of an account. All have one hash, so that no set puts two of them in order."""

    def __hash__(self) -> int:
        return 1


class Bank:
    """What all processes see: how far they have come.

    Attributes
    ----------
    orders : int
        How many processes there will be.
    at_once : int
        How many have to be seen that book at the same time.
    counts : array of int
        How many want, or have, their first lock; how many book now, and did at once at the most.
    """

    def __init__(self, orders: int, counts: Array, at_once: int) -> None:
        self.at_once = at_once
        self.orders, self.counts, self.known = orders, counts, begun()

    def add(self, place: int, number: int) -> None:
        """Change a count."""
        with self.counts.get_lock():
            self.counts[place] += number
            self.counts[2] = max(self.counts[1], self.counts[2])

    def wait_until(self, place: int, number: int) -> None:
        """Wait until a count is as high; note if it never is, and then let nobody wait again."""
        end = time.monotonic() + PATIENCE
        while self.counts[place] < number:
            time.sleep(0.005)
            if time.monotonic() > end:
                late = begun() - self.known < self.orders
                note("alone (late)" if late else "alone")
                self.add(0, self.orders)
                self.add(2, self.orders)


class AccountLock:
    """A lock that lets go on who has a first one as soon as all others have one, or want one."""

    def __init__(self, account: str, lock: Lock, bank: Bank) -> None:
        self._account, self._lock, self._bank = account, lock, bank

    def acquire(self, block: bool = True, timeout: float | None = None) -> bool:
        """Take the lock, as that of `multiprocessing`."""
        got_it = self._lock.acquire(block=False)
        if first := not _begun:
            _begun.append(self._account)
            self._bank.add(0, 1)
        if not got_it and block:
            got_it = self._lock.acquire(block, timeout)
        if got_it:
            _held.add(self._account)
            if first:
                self._bank.wait_until(0, self._bank.orders)
        return got_it

    def release(self) -> None:
        """Give it back."""
        _held.discard(self._account)
        self._lock.release()

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *error: object) -> None:
        self.release()


def book(source: str, target: str, bank: Bank) -> None:
    """Note who pays whom, whether a lock is missing, and whether nobody else books meanwhile."""
    missing = {source, target} - _held
    bank.add(1, 1)
    bank.wait_until(2, bank.at_once)
    bank.add(1, -1)
    note(f"{source} pays {target}" + " without a lock" * bool(missing))
