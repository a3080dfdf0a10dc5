"""Hand two workers eight tasks, the second of them bad, and print what becomes of them.

``python -m helpers.scripts.bad_task METHOD Pool|Executor KIND``
"""

import os
import sys
import time
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import active_children, current_process, get_context
from threading import BrokenBarrierError, current_thread

from helpers.spans import join_recording, note, span
from helpers.workers.pools import be_bad, work

PATIENCE = 4  # seconds


def begin(gate) -> None:
    """Begin as a worker, numbered by Python; the first two wait for each other."""
    with suppress(BrokenBarrierError):
        gate.wait(timeout=30)
    current_process().name = f"worker {current_process().name.rpartition('-')[2]}"
    current_thread().name = "MainThread"  # another thread may have forked it
    note("is ready")


def fail_to_begin(gate) -> None:
    """Fail as a worker that cannot begin."""
    raise ValueError("on purpose")


def hire(crew: str, context, begin, gate):
    """Hire two workers; return what takes a task, and says how to ask for its result."""
    if crew == "Pool":
        pool = context.Pool(2, begin, (gate,))
        return lambda task, given: pool.apply_async(task, (given,)).get
    executor = ProcessPoolExecutor(2, context, begin, (gate,))

    def submit(task, given):
        try:
            return executor.submit(task, given).result
        except BrokenProcessPool as error:  # at once, before anybody asks
            broken = Future()
            broken.set_exception(error)
            return broken.result

    return submit


def come_of(ask, seconds: float) -> object:
    """Ask for a result: return it, or the name of the error, or that nothing comes."""
    try:
        return ask(max(0, seconds))
    except BaseException as error:  # SystemExit is no Exception
        name = type(error).__name__
        return "nothing comes" if name == "TimeoutError" else name


def main(method: str, crew: str, kind: str) -> None:
    """Print what comes of the bad task, of the seven others, and of a later one."""
    bad, starts = be_bad, begin
    if kind == "worker fails to begin":
        starts = fail_to_begin
    if kind == "function is not there":
        method, bad = "spawn", not_there
    context = get_context(method)
    gate = context.Barrier(2)
    hand_over = hire(crew, context, starts, gate)
    if starts is begin:
        for ask in [hand_over(abs, -1), hand_over(abs, -1)]:
            ask(30)
        gate.abort()  # who comes later, in place of another one, does not wait
    with span("waiting"):
        tasks = [(bad, kind) if number == 1 else (work, 0.1) for number in range(8)]
        asks = [hand_over(*task) for task in tasks]
        end = time.monotonic() + PATIENCE
        others = [come_of(asks[n], end - time.monotonic()) for n in range(8) if n != 1]
        said = come_of(asks[1], 1)
    later = come_of(hand_over(abs, -1), 3)
    came = "all" if others == [0.1] * 7 else "not all"
    goes_on = "yes" if later == 1 else "no"
    print(f"{kind:32}{said!s:22}{came:12}{goes_on}")


if __name__ == "__main__":

    def not_there(given: str) -> None:
        """Do nothing: a spawned child imports this file, but not this line."""

    join_recording()
    current_process().name = "program"
    main(*sys.argv[1:])
    sys.stdout.flush()
    for child in active_children():
        child.kill()
    os._exit(0)  # leaving in order would wait for workers that are stuck
