"""Experiments of lesson 12: a bank, two locks that are hard to get together, a queue."""

from __future__ import annotations

import multiprocessing
import time
from copy import deepcopy
from itertools import combinations

from helpers.exercises.workers.lesson_12 import Account, AccountLock, Bank
from helpers.workers.waiting import receive

TYPE_CHECKING = False  # an answer has no need of these imports, which take time
if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

A_MOMENT = 1  # seconds
ENOUGH = 5  # errands


def open_bank(transfer_all: Callable, orders: list[tuple[str, str]]) -> bool:
    """Have orders carried out, with a lock for each account; say whether the list has changed."""
    apart = any({*one}.isdisjoint(other) for one, other in combinations(orders, 2))
    made = multiprocessing.get_context("spawn")  # fit for every start method
    bank = Bank(len(orders), made.Array("i", 3), at_once=1 + apart)
    accounts = sorted({Account(account) for order in orders for account in order})
    locks = {account: AccountLock(account, made.Lock(), bank) for account in accounts}
    handed = [(Account(source), Account(target)) for source, target in orders]
    those = {**locks}
    transfer_all(handed, those, bank)
    return handed != orders or those != locks


def all_of(function: Callable, cases: list[tuple]) -> tuple[list, bool]:
    """Return what a function says in each case, and whether it has changed what it was handed."""
    handed = [deepcopy(case) for case in cases]
    return [function(*case) for case in handed], handed != cases


class Stuck(BaseException):
    """Somebody waits for ever."""


class Scene:
    """Two locks, of which others have the second one for so many tries; and what was done.

    Even the first one is refused so many times, to somebody who does not wait for it.
    """

    def __init__(self, busy: int, fail: bool, refused: int) -> None:
        self.busy, self.fail, self.refused = busy, fail, refused
        self.locks = PlayedLock(self), PlayedLock(self)
        self.seen = {"errands": [], "pauses": [], "in vain": 0, "waits": 0, "holding": 0}

    def holds(self) -> bool:
        """Say whether one of the locks is held."""
        return any(lock.held for lock in self.locks)

    def errand(self) -> None:
        """Note whether both locks are held."""
        self.seen["errands"].append(all(lock.held for lock in self.locks))
        if len(self.seen["errands"]) > ENOUGH:
            raise Stuck
        if self.fail:
            raise ZeroDivisionError("on purpose")

    def pause(self, seconds: float) -> None:
        """Note a pause, and whether it is made with a lock in hand."""
        self.seen["pauses"].append(float(seconds))
        self.sleep(seconds)

    def sleep(self, seconds: float) -> None:
        """Note a pause of another kind that is made with a lock in hand; take no time."""
        self.seen["holding"] += self.holds()


class PlayedLock:
    """A lock in a play, where nobody waits: with one in hand, the other one is busy for a while."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self.held = scene, False

    def acquire(self, block: bool = True, timeout: float | None = None) -> bool:
        """Take the lock, as that of `multiprocessing`, in no time."""
        waits = block and (timeout is None or timeout > A_MOMENT)
        if self._scene.refused and not waits and not self._scene.holds():
            self._scene.refused -= 1
            return False
        if not self.locked():
            self.held = True
            return True
        if waits:
            self._scene.seen["waits"] += 1
            raise Stuck
        self._scene.seen["in vain"] += 1
        self._scene.busy -= 1
        return False

    def release(self) -> None:
        """Give it back."""
        if not self.held:
            raise ValueError("semaphore or lock released too many times")
        self.held = False

    def locked(self) -> bool:
        """Say whether somebody has it."""
        return self.held or (self._scene.holds() and self._scene.busy > 0)

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *error: object) -> None:
        self.release()


def play(
    do_with_both: Callable, busy: int, fail: bool = False, refused: int = 0
) -> dict[str, object]:
    """Let two locks be taken while others have one of them for so many tries; see `Scene`.

    Returns
    -------
    dict
        What was seen: for each errand whether both locks were held; the pauses; how many tries
        were in vain; waits and pauses with a lock in hand; if they are free afterwards; what
        was returned; if the error came through.
    """
    scene, said, came_through, sleep = Scene(busy, fail, refused), None, False, time.sleep
    time.sleep = scene.sleep
    try:
        said = do_with_both(*scene.locks, scene.errand, scene.pause)
    except ZeroDivisionError:
        came_through = True
    except Stuck:
        pass
    finally:
        time.sleep = sleep
    return scene.seen | {"free": not scene.holds(), "said": said, "came through": came_through}


def pauses_of_four(do_with_both: Callable, busy: int) -> list[list[float]]:
    """Return the pauses that processes make which do the same, two by each of two methods."""
    crew, receivers = [], []
    for method in [None, None, "spawn", "spawn"]:
        receiver, sender = multiprocessing.Pipe(duplex=False)
        args = (do_with_both, busy, sender)
        context = multiprocessing.get_context(method)
        crew.append(context.Process(target=_tell_pauses, args=args))
        receivers.append(receiver)
        crew[-1].start()
    pauses = [receive(receiver, seconds=5) for receiver in receivers]
    for process in crew:
        process.join(timeout=5)
    return pauses


def _tell_pauses(do_with_both: Callable, busy: int, sender: Connection) -> None:
    sender.send(play(do_with_both, busy)["pauses"])
