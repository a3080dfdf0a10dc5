"""What the processes of the exercises of lesson 11 run."""

from __future__ import annotations

import multiprocessing
import os
import time

from helpers.exercises import ANSWER, FOLDER
from helpers.exercises.workers.slow import short, short_time_outs
from helpers.spans import note

PATIENCE = 2.5  # seconds until somebody who waits for company goes on alone

TYPE_CHECKING = False  # children have no need of these imports, which take time
if TYPE_CHECKING:
    from collections.abc import Callable

if os.environ.get(ANSWER) in ("ex11_downloads", "ex11_rounds"):
    short_time_outs()


class Server:
    """Where downloads come from. They end one by one, each when all other places are taken.

    Attributes
    ----------
    limit, names : int
        How many may be inside at once, and how many will come.
    fails : int
        Which one fails, counted from 0 in the order in which they come; -1 for none.
    counts : array of int
        How many have come, and left; whether somebody has waited for too long.
    """

    def __init__(self, limit: int, names: int, fails: int = -1) -> None:
        self.limit, self.names, self.fails = limit, names, fails
        made = multiprocessing.get_context("spawn")  # fit for every start method
        self.counts, self.known = made.Array("i", 3), begun()

    def come(self) -> int:
        """Return how many came before."""
        with self.counts.get_lock():
            self.counts[0] += 1
            note(f"{self.counts[0] - self.counts[1]} inside")
            return self.counts[0] - 1

    def may_leave(self, turn: int) -> bool:
        """Say whether all who came before have left, and whoever took their places is here."""
        came, left, _ = self.counts[:]
        return left == turn and came >= min(self.names, self.limit + turn)

    def leave(self, name: str, turn: int) -> None:
        """Note that a download is over, and fail if it is the one that does."""
        note(f"{name} downloaded")
        with self.counts.get_lock():
            self.counts[1] += 1
        if turn == self.fails:
            raise ConnectionError("the server has hung up")


def download(name: str, server: Server) -> None:
    """Download, and note how many are inside; it lasts until the next one has taken a place."""
    turn = server.come()
    if turn == 0:
        _wait_until_all_have_begun(server)
    end = 0.0
    while not server.may_leave(turn) and not server.counts[2]:
        time.sleep(0.005)
        if not end and server.counts[1] == turn:  # from now on somebody else should come
            end = time.monotonic() + PATIENCE
        if end and time.monotonic() > end:
            late = " (late)" if begun() - server.known < server.names else ""
            note(f"in vain after {turn}{late}")
            server.counts[2] = 1
    server.leave(name, turn)


def _wait_until_all_have_begun(server: Server) -> None:
    """Give one too many the time to come: until all have begun, or no more are started."""
    known, end = 0, time.monotonic() + 0.4
    while os.environ.get(FOLDER) and time.monotonic() < end:
        time.sleep(0.01)
        if (now := begun() - server.known) > known:
            known, end = now, time.monotonic() + (0.4 if now < server.names else 0.1)


def begun() -> int:
    """Count the processes of an answer that have begun so far, if there is a judge who knows."""
    if not os.environ.get(FOLDER):
        return 0
    from helpers.exercises.notes import events  # here, since hardly anybody needs it

    return sum(event[1] == "began" for event in events())


class Table:
    """Where a game is played: who has begun and ended how many rounds; and who is slow in which.

    Attributes
    ----------
    names : list of str
        Who sits where.
    slow : list of int
        The seat of the one who is slow, in each round but the last.
    begun, ended : array of int
        How many rounds each one has begun, and ended.
    """

    def __init__(self, names: list[str], slow: list[int]) -> None:
        self.names, self.slow = names, slow
        self.begun = multiprocessing.RawArray("i", len(names))
        self.ended = multiprocessing.RawArray("i", len(names))

    def wait_for_others(self, seat: int, number: int) -> None:
        """Wait until all others have ended a round, and a moment for somebody to go ahead."""
        end = time.monotonic() + (0.5 if number else 2)
        while time.monotonic() < end and not self._is_alone(seat, number):
            time.sleep(0.005)
        end = time.monotonic() + 0.1
        while time.monotonic() < end and max(self.begun) <= number + 1:
            time.sleep(0.005)

    def _is_alone(self, seat: int, number: int) -> bool:
        """Say whether nobody else is in this round any more."""
        others = [*self.ended[:seat], *self.ended[seat + 1 :]]
        return all(ended > number for ended in others)


def play_round(name: str, seat: int, number: int, table: Table) -> None:
    """Play a round, and note who has not ended the last one. One player is slow."""
    table.begun[seat] = number + 1
    behind = [each for each, ended in zip(table.names, table.ended, strict=True) if ended < number]
    if behind:
        note(f"{name} began round {number} while {behind[0]} was not through with the one before")
    if number < len(table.slow) and table.slow[number] == seat:
        table.wait_for_others(seat, number)
    table.ended[seat] = number + 1
    wrong = "" if table.names[seat] == name else f" on the seat of {table.names[seat]}"
    note(f"{name} round {number}{wrong}")


class Plates:
    """How many plates there are. Who looks, lets go of the lock, and takes one is too late."""

    def __init__(self, number: object, taken: object, lock: object) -> None:
        self._number, self.taken, self._lock, self._looked = number, taken, lock, False

    def __getstate__(self) -> tuple:
        return self._number, self.taken, self._lock

    def __setstate__(self, state: tuple) -> None:
        self.__init__(*state)

    @property
    def value(self) -> int:
        """How many plates there are."""
        number = self._number.value
        self._looked = number > 0
        return number

    @value.setter
    def value(self, number: int) -> None:
        if not self._lock._semlock._is_mine():
            note("without the lock")
        self._number.value, self._looked = number, False

    def let_others_come(self) -> None:
        """Have somebody else take the plate that was seen, and not taken."""
        if self._looked and not self._lock._semlock._is_mine():
            self._looked = False
            with self._lock:
                if self._number.value > 0:
                    self._number.value -= 1
                    self.taken.value += 1


class WatchedCondition:
    """A condition that also counts, in a semaphore, how often somebody has gone to sleep."""

    def __init__(self) -> None:
        lock = multiprocessing.RLock()
        plates = Plates(multiprocessing.RawValue("i", 0), multiprocessing.RawValue("i", 0), lock)
        self.__setstate__((multiprocessing.Condition(lock), multiprocessing.Semaphore(0), plates))

    def __getstate__(self) -> tuple:
        return self._condition, self.asleep, self.plates

    def __setstate__(self, state: tuple) -> None:
        self._condition, self.asleep, self.plates = state
        for name in ["acquire", "notify", "notify_all"]:
            setattr(self, name, getattr(self._condition, name))

    def release(self) -> None:
        """Give the lock back, and let others go first."""
        self._condition.release()
        self.plates.let_others_come()

    def __enter__(self) -> bool:
        return self._condition.__enter__()

    def __exit__(self, *error: object) -> None:
        self.release()

    def wait(self, timeout: float | None = None) -> bool:
        """Go to sleep until somebody notifies."""
        self.asleep.release()
        return self._condition.wait(short(timeout))

    def wait_for(self, predicate: Callable, timeout: float | None = None) -> bool:
        """Sleep until the predicate is true."""
        end = None if timeout is None else time.monotonic() + short(timeout)
        while not (result := predicate()):
            left = None if end is None else end - time.monotonic()
            if left is not None and left <= 0:
                break
            self.wait(left)
        return result
