"""What a process of an answer tells the judge: how it began, what it started, how that ended.

Every Python process of an answer runs `begin` as it starts, whatever started it; see `hook`. It
notes what happens in a file of its own, which `review` reads.
"""

from __future__ import annotations

import atexit
import faulthandler
import os
import signal
import sys
import time
from functools import wraps
from multiprocessing import resource_tracker, util
from multiprocessing.process import BaseProcess, current_process, parent_process

from helpers.exercises import ANSWER, FOLDER, UNTIL
from helpers.exercises.values import shown
from helpers.spans import append

TYPE_CHECKING = False  # an answer has no need of these imports, which take time
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

SIGNAL = getattr(signal, "SIGUSR1", None)  # it makes a process say where it stands
LINGER = 0.15  # seconds; a child that nobody waits for is seen: it still runs
NAP = 0.02  # seconds; how long an answer's own process sleeps at the most when it wants to
WAITING = ("05_orphan", "08", "09", "10", "11", "12")  # where a child sleeps to wait for others
TOLD = ("start", "close", "terminate", "kill")  # methods of a process that are watched

_started = []  # by this process; Python forgets a process that has ended, and its exit code
_sentinels = set()  # pids of those whose sentinel somebody has asked for
_stack = None  # the file in which this process says where it stands


def begin() -> None:
    """Take notes from now on, if there is a judge who wants them."""
    if not os.environ.get(FOLDER):
        return
    for name in TOLD:
        setattr(BaseProcess, name, _watched(name, getattr(BaseProcess, name)))
    BaseProcess.sentinel = property(_noticed(BaseProcess.sentinel.fget))
    BaseProcess._bootstrap = _whole_life(BaseProcess._bootstrap)
    sys.excepthook = _fatal(sys.excepthook)
    for name in ("register", "unregister"):
        setattr(resource_tracker, name, _counted(name, getattr(resource_tracker, name)))
    time.sleep = _short(time.sleep)
    # At the end of a program: what is registered first is called last, when all have been joined.
    atexit.unregister(util._exit_function)
    atexit.register(take_stock)
    atexit.register(util._exit_function)
    _be_ready_to_say_where()
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=_be_ready_to_say_where)


def _be_ready_to_say_where() -> None:
    """Say where all threads stand when the signal comes; or without signals near the end."""
    global _stack
    path = os.path.join(os.environ[FOLDER], f"{os.getpid()}.stack")
    _stack = open(path, "w", encoding="utf-8")  # noqa: SIM115, as long as the process lives
    if SIGNAL:
        faulthandler.register(SIGNAL, _stack, all_threads=True)
    else:
        left = float(os.environ[UNTIL]) - time.time()
        faulthandler.dump_traceback_later(max(left, 0.1), file=_stack)


def _short(sleep: Callable) -> Callable:
    """Cut short what an answer sleeps in its own process.

    Whoever waits by sleeping for as long as it usually takes has waited for nothing then. Who
    looks again and again looks more often, and is right as before. Children sleep as they will,
    but for those that wait for each other; what was random there stays so.
    """
    waiting = os.environ.get(ANSWER, "")[2:].startswith(WAITING)

    @wraps(sleep)  # by whose name it can be sent to a child
    def short(seconds: float) -> None:
        if is_of_answer(sys._getframe(1)):
            if not parent_process():
                seconds = min(seconds, NAP)
            elif waiting:
                seconds = min(seconds / 10, 5 * NAP)
        sleep(seconds)

    return short


def is_of_answer(frame: FrameType) -> bool:
    """Say whether the learner's file runs here."""
    file = os.path.basename(frame.f_code.co_filename)
    return file == f"{os.environ.get(ANSWER)}.py"


def _note(*event: object) -> None:
    append(os.path.join(os.environ[FOLDER], f"{os.getpid()}.events"), (*event, time.monotonic()))


def _watched(name: str, method: Callable) -> Callable:
    """Note that a process was started, closed, terminated or killed, and by whom."""

    def watched(self: BaseProcess) -> None:
        if name == "close":
            _take_down(self)
        if name == "start" and getattr(current_process(), "_inheriting", False):
            _note("nested", os.getpid())  # it imports the file of its parent, and will be refused
        idle = name == "start" and _has_nothing_to_do(self)
        method(self)
        if name == "start":
            _started.append(self)
            _note("started", self.pid, self.name, self._popen.method)
            if idle:
                _note("idle", self.pid)
        elif name != "close":
            _note("told", self.pid, name)

    return watched


def _has_nothing_to_do(process: BaseProcess) -> bool:
    """Say whether a process has neither a target nor a run method of its own."""
    run = getattr(process.run, "__func__", None)
    return run is BaseProcess.run and process._target is None


def _noticed(sentinel: Callable) -> Callable:
    """Note that somebody may wait for a process by its sentinel."""

    def noticed(self: BaseProcess) -> int:
        _sentinels.add(self.pid)
        return sentinel(self)

    return noticed


def _take_down(process: BaseProcess) -> None:
    """Note the exit code of a process that has ended, once."""
    if process in _started and process.exitcode is not None:
        _started.remove(process)
        _note("ended", process.pid, process.exitcode)


def _let_end(process: BaseProcess) -> None:
    """Give a process its last moment, if somebody has asked for its sentinel, and it is ready."""
    if process.pid in _sentinels and process.exitcode is None:
        from multiprocessing.connection import wait  # here: not everybody has a use for it

        if wait([process._popen.sentinel], timeout=0):
            process.join(timeout=5)


def take_stock() -> list[str]:
    """Note how the processes that this one has started have ended; name those that still run.

    A process may have ended without anybody having waited for it, or looked whether it has.
    """
    for process in [*_started]:
        _let_end(process)
        if process._popen.returncode is None and process.pid not in _sentinels:
            _note("ignored", process.pid)
        _take_down(process)
    return [process.name for process in _started]


def _whole_life(bootstrap: Callable) -> Callable:
    """Note the beginning of a child, an error that nothing catches, and its end."""

    def whole_life(self: BaseProcess, *args: object, **options: object) -> int:
        _started.clear()  # under fork they are the parent's
        _note("began", os.getpid(), self.name, os.getppid())
        run = self.run

        def watched_run() -> None:
            try:
                run()
            except SystemExit:
                raise
            except BaseException as error:
                _note("raised", os.getpid(), *describe(error))
                raise

        self.run, code = watched_run, None
        try:
            code = bootstrap(self, *args, **options)
            return code
        finally:
            util._exit_function()  # it joins this one's children; from Python 3.14 on only later
            take_stock()
            _note("over", os.getpid(), code)
            time.sleep(LINGER)

    return whole_life


def _fatal(hook: Callable) -> Callable:
    """Note an error that ends a process before, or after, it runs what it was started for."""

    def fatal(kind: type, error: BaseException, trace: object) -> None:
        _note("raised", os.getpid(), *describe(error))
        hook(kind, error, trace)

    return fatal


def describe(error: BaseException) -> tuple[str, str, int]:
    """Return an error's kind and text, and the last line of the answer that led to it, or 0."""
    line, step = 0, error.__traceback__
    while step:
        if is_of_answer(step.tb_frame):
            line = step.tb_lineno
        step = step.tb_next
    return type(error).__name__, shown(str, error), line


def _counted(name: str, method: Callable) -> Callable:
    """Note that a block of shared memory was made, or removed."""

    def counted(what: str, kind: str) -> None:
        if kind == "shared_memory":
            _note("block", name, what)
        method(what, kind)

    return counted
