"""An experiment of lesson 10: a shared number that others change whenever they may."""

from __future__ import annotations

import multiprocessing
from multiprocessing.sharedctypes import Synchronized

TYPE_CHECKING = False  # an answer has no need of these imports, which take time
if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.synchronize import RLock


class Number:
    """What is in a Value. Who has looked and does not hold the lock finds it changed meanwhile."""

    def __init__(self, raw: object, others: object, lock: RLock) -> None:
        self.raw, self.others, self.lock, self.looked = raw, others, lock, False

    @property
    def value(self) -> int:
        """The number."""
        number, self.looked = self.raw.value, True
        self.let_others_come()
        return number

    @value.setter
    def value(self, number: int) -> None:
        self.raw.value, self.looked = number, False

    def let_others_come(self) -> None:
        """Count another visitor, who holds the lock, if this process has looked and holds none."""
        if self.looked and not self.lock._semlock._is_mine():
            self.looked = False
            with self.lock:
                self.raw.value += 1
                self.others.value += 1


class GivenBack:
    """The lock of a number: as soon as it is given back, others come."""

    def __init__(self, number: Number) -> None:
        self._number, self.acquire = number, number.lock.acquire

    def release(self) -> None:
        """Release, and let others go first."""
        self._number.lock.release()
        self._number.let_others_come()

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *error: object) -> None:
        self.release()


class Total(Synchronized):
    """A Value, and all that it has, of a number that others change."""

    def __init__(self, *parts: object) -> None:
        number = Number(*parts)
        super().__init__(number, GivenBack(number))

    def __reduce__(self) -> tuple:
        return Total, (self._obj.raw, self._obj.others, self._obj.lock)


def visits(visit: Callable, start: int, visitors: int) -> dict[str, object]:
    """Have so many visit, one by one; others come whenever they may.

    Returns
    -------
    dict
        The total; how many others came; whether a visitor has not come to an end, or has kept
        the lock.
    """
    raw, others = multiprocessing.RawValue("i", start), multiprocessing.RawValue("i", 0)
    lock = multiprocessing.RLock()
    total = Total(raw, others, lock)
    for _ in range(visitors):
        process = multiprocessing.Process(target=visit, args=(total,))
        process.start()
        process.join(timeout=5)
        kept = process.exitcode == 0 and not lock.acquire(block=False)
        if kept or process.exitcode != 0:
            return {"kept": kept, "stuck": process.exitcode is None}
        lock.release()
    return {"kept": False, "stuck": False, "total": raw.value, "others": others.value}
