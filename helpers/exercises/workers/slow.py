"""Make slow what is fast as a rule, so that what can go wrong in a moment does so each time."""

from __future__ import annotations

import os
import sys
import time
from functools import cache
from multiprocessing import parent_process

from helpers.exercises import FOLDER
from helpers.exercises.workers.gate import gate_here, say_that_a_program_runs
from helpers.spans import append

TYPE_CHECKING = False  # children have no need of this import, which takes time
if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.synchronize import SemLock

WRITING = os.O_WRONLY | os.O_RDWR


@cache
def slow_disk(seconds: float, ends: tuple[str, ...] = (".json",)) -> None:
    """Let time pass before each JSON file that this process opens for writing, or replaces.

    Whoever has given a lock back by then is too late. Files of other names may be meant, too.
    """
    _before_writing(lambda path: time.sleep(seconds), ends)


@cache
def watch_own_writing() -> None:
    """Note each JSON file that an answer's own process writes, which children should write."""

    def note_it(path: object) -> None:
        if not parent_process() and (folder := os.environ.get(FOLDER)):
            event = ("wrote", str(path), time.monotonic())
            append(os.path.join(folder, f"{os.getpid()}.events"), event)

    _before_writing(note_it)


def _before_writing(call: Callable, ends: tuple[str, ...] = (".json",)) -> None:
    """Have a function called before a JSON file, or another, is opened for writing, or replaced."""

    def hook(event: str, args: tuple) -> None:
        if event == "open" and args[2] and args[2] & WRITING:
            path = args[0]
        elif event == "os.rename":
            path = args[1]
        else:
            return
        if str(path).endswith(ends):
            call(path)

    sys.addaudithook(hook)


@cache
def slow_first_file(seconds: float) -> None:
    """Let all programs come just as far before this one makes its first file, or folder.

    Whoever has looked if there is one, and then makes it, is not alone. The judge is told, too,
    that this program has asked for something that others can see: a sleep is no lock.
    """
    asked = []

    def hook(event: str, args: tuple) -> None:
        if not asked and (event in ASKING or event == "open" and _is_asking(args[0])):
            asked.append(event)
            say_that_a_program_runs()
            if event == "os.mkdir" or event == "open" and not (args[2] or 0) & os.O_EXCL:
                _let_all_come(seconds)

    sys.addaudithook(hook)


ASKING = {"os.mkdir", "os.link", "os.symlink", "os.rename", "socket.bind", "sqlite3.connect"}
ASKING |= {"fcntl.flock", "fcntl.lockf", "msvcrt.locking"}


def _is_asking(path: object) -> bool:
    return not str(path).endswith((".json", ".events", ".here", ".py", ".pyc"))


@cache
def slow_locks(first: float, others: float) -> None:
    """Make locks slow.

    Parameters
    ----------
    first : float
        When a child has its first lock, all the others come just as far, and this time passes.
    others : float
        So long it takes before it gets any more, and after it has given one back: what has not
        been written by then comes too late.
    """
    from multiprocessing.synchronize import SemLock  # here: not every child has a lock

    make, had = SemLock._make_methods, []

    def slowly(acquire: Callable, lock: SemLock) -> Callable:
        def acquire_slowly(*args: object, **options: object) -> bool:
            if had:
                time.sleep(others)
            got = acquire(*args, **options)
            if got and not had and parent_process():
                had.append(True)
                _note_which(lock)
                if first:
                    _let_all_come(first)
            return got

        return acquire_slowly

    def slowly_over(release: Callable) -> Callable:
        def release_slowly() -> None:
            release()
            time.sleep(others if parent_process() else 0)

        return release_slowly

    def make_slow_methods(self: SemLock) -> None:
        make(self)
        self.made_by = os.getpid()
        self.acquire, self.release = slowly(self.acquire, self), slowly_over(self.release)

    SemLock._make_methods = make_slow_methods
    SemLock.__enter__ = lambda self: self.acquire()
    SemLock.__exit__ = lambda self, *error: self.release()


@cache
def short_time_outs() -> None:
    """Cut short how long children wait for a lock, a semaphore or a condition, if not for ever.

    Whoever goes on without is found out. Who asks again, or gives it a long time, is right as
    before.
    """
    from multiprocessing.synchronize import SemLock  # here: not every child has a lock

    make = SemLock._make_methods

    def make_short_methods(self: SemLock) -> None:
        make(self)
        acquire = self.acquire

        def acquire_shortly(block: bool = True, timeout: float | None = None) -> bool:
            return acquire(block, short(timeout))

        self.acquire = acquire_shortly

    SemLock._make_methods = make_short_methods


def short(timeout: float | None) -> float | None:
    """Return a shorter time-out, in a child, unless it is a long one."""
    if timeout is None or timeout > A_LONG_TIME or not parent_process():
        return timeout
    return min(timeout, 0.05)


A_LONG_TIME = 4.0  # seconds


def _note_which(lock: SemLock) -> None:
    """Note which lock this process has got: those that are forked have no name."""
    if (folder := os.environ.get(FOLDER)) and os.name == "posix":  # elsewhere one cannot tell
        which = lock._semlock.name or f"{lock.made_by} {lock._semlock.handle}"
        event = ("locked", which, time.monotonic())
        append(os.path.join(folder, f"{os.getpid()}.events"), event)


def _let_all_come(seconds: float) -> None:
    """Wait until all processes have begun, and this time longer."""
    if gate := gate_here():
        gate.wait_for("begun", "open", seconds=3)
        time.sleep(seconds)
