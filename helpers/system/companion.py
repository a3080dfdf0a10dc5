"""Start a program that runs beside a lesson: the CPU sampler, the slow server.

A companion is not a `multiprocessing` child, so that it shows up neither in
``active_children()`` nor in the numbering of default process names.
"""

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from helpers.environment import ROOT

DEADLINE = 20.0  # seconds that a companion may take to start or to end


@contextmanager
def companion(module: str, *arguments: object) -> Iterator[str]:
    """Run ``python -m module arguments`` while the ``with`` block runs.

    The companion says one line when it is ready, and ends when it reads a line or when
    its standard input closes, so that it cannot outlive a kernel that is killed.

    Parameters
    ----------
    module : str
        A module of `helpers`, such as ``"helpers.system.server"``.
    *arguments : object
        Its command-line arguments.

    Yields
    ------
    str
        The line that the companion said when it was ready.

    Raises
    ------
    RuntimeError
        If it ends, or is silent for 20 seconds, before it is ready.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", module, *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,  # so that the Stop button, which interrupts all, spares it
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        yield _first_line(process, module)
    finally:
        _end(process)


def wait_for_the_end() -> threading.Event:
    """Return an event that is set when whoever started this companion wants it to end.

    Returns
    -------
    threading.Event
        Its ``wait(seconds)`` is also how a companion passes the time.
    """
    ended = threading.Event()

    def listen() -> None:
        sys.stdin.readline()
        ended.set()

    threading.Thread(target=listen, name="listen", daemon=True).start()
    return ended


def _first_line(process: subprocess.Popen[str], module: str) -> str:
    alarm = threading.Timer(DEADLINE, process.kill)
    alarm.start()
    try:
        line = process.stdout.readline().strip()
    finally:
        alarm.cancel()
    if not line:
        raise RuntimeError(f"{module} did not get ready within {DEADLINE:.0f} seconds")
    return line


def _end(process: subprocess.Popen[str]) -> None:
    # A line, not only the end of file: forked children may hold copies of the pipe open.
    try:
        process.communicate("end\n", timeout=DEADLINE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate(timeout=DEADLINE)
