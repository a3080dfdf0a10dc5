"""Start a crew that will stand still, and wait for it.

``python -m helpers.scripts.hanging locks|counter|report|polling|pool [log|later|register]``
"""

import faulthandler
import logging
import os
import signal
import sys
from contextlib import suppress
from multiprocessing import (
    Barrier,
    Event,
    Lock,
    Pool,
    Process,
    Queue,
    active_children,
    current_process,
    log_to_stderr,
    set_start_method,
)
from multiprocessing.process import BaseProcess

from helpers.spans import join_recording, span
from helpers.workers import standstill

if "register" in sys.argv:  # at the top, so that it is done in every child
    faulthandler.register(signal.SIGUSR1)


def end_in_time() -> None:
    """Have the system end this process in two minutes, should everybody have forgotten it."""
    if hasattr(signal, "alarm"):  # Windows has none
        signal.alarm(120)


if __name__ in ("__main__", "__mp_main__"):  # in the program and its children, and nowhere else
    end_in_time()
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=end_in_time)


def introduce(crew: list[BaseProcess]) -> None:
    """Print who is who: the pid of each."""
    print({"program": os.getpid()} | {each.name: each.pid for each in crew}, flush=True)


def wait_for(*crew: Process) -> None:
    """Start all, say who they are, and wait for each."""
    for process in crew:
        process.start()
    introduce(crew)
    for process in crew:
        process.join()


def locks() -> None:
    """Let two processes take two locks, each in an order of its own."""
    left, right, meeting = Lock(), Lock(), Barrier(2)
    one, other = (("left", "right"), left, right), (("right", "left"), right, left)
    wait_for(
        Process(target=standstill.take_both, name="anna", args=(*one, meeting)),
        Process(target=standstill.take_both, name="bert", args=(*other, meeting)),
    )


def counter() -> None:
    """Let one process bake, and another one sell."""
    loaves = Queue()
    wait_for(
        Process(target=standstill.bake_loaves, name="rye", args=(loaves,)),
        Process(target=standstill.sell_loaves, name="sue", args=(loaves,)),
    )


def report() -> None:
    """Wait for a process to end, and only then read what it has sent."""
    reports = Queue()
    wait_for(Process(target=standstill.write_report, name="cleo", args=(reports, 1000)))
    reports.get(timeout=60)


def polling() -> None:
    """Let a process look for what never comes."""
    ready = Event()
    wait_for(Process(target=standstill.look_again, name="dora", args=(ready,)))


def pool() -> None:
    """Have a pool do four tasks, one of which costs a worker its life."""
    with Pool(2) as workers:
        introduce(active_children())
        workers.map(standstill.crash_at_one, range(4), chunksize=1)


def main(kind: str, tool: str = "") -> None:
    """Stand still in this way, with this tool at hand."""
    with suppress(ImportError):  # Windows makes none
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # no file of what a signal will end
    if tool == "log":
        log_to_stderr(logging.DEBUG)
    if tool == "later":
        faulthandler.dump_traceback_later(2)
    with span("waiting for its child"):
        {each.__name__: each for each in [locks, counter, report, polling, pool]}[kind]()


if __name__ == "__main__":
    join_recording()
    set_start_method(os.environ.get("START_METHOD") or None)
    current_process().name = "program"
    main(*sys.argv[1:])
