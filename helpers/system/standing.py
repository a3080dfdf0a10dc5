"""Run a program that will stand still, look at it while it does, and leave nothing of it."""

import ast
import secrets
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_start_method
from pathlib import Path
from typing import NamedTuple

import psutil

from helpers.system.processes import end_all, is_running, marked
from helpers.system.programs import MARK, PATIENCE, start_program

METHOD = "START_METHOD"  # in the environment: how the program shall start processes
STILL = 0.5  # seconds without any CPU time; longer than any sleep of these programs
DEADLINE = 60.0  # seconds to come to a standstill


class Standing(NamedTuple):
    """A program that stands still.

    Attributes
    ----------
    pids : dict of str to int
        Who is who: ``"program"``, and the name of each process that it has started.
    process : Popen
        The program itself.
    folder : Path
        Where its output and its errors go.
    """

    pids: dict[str, int]
    process: subprocess.Popen
    folder: Path

    def errors(self) -> str:
        """Return what all its processes have written to standard error so far."""
        return (self.folder / "errors").read_text(encoding="utf-8", errors="replace")


@contextmanager
def standing_still(script: str, *arguments: object, **variables: str) -> Iterator[Standing]:
    """Run a program of ``helpers/scripts`` until it stands still; after the block nothing is left.

    It stands still when none of its processes uses the CPU. A script that calls
    ``helpers.spans.join_recording()`` takes part in the recording that is running here, and
    finds in its environment by which method it shall start processes: as they are started here.

    Parameters
    ----------
    script : str
        The name of a module in ``helpers/scripts``, which prints first of all who is who.
    *arguments : object
        Its command-line arguments.
    **variables : str
        What to add to its environment.

    Yields
    ------
    Standing
        Who is who in it, and what it writes.

    Raises
    ------
    RuntimeError
        If it ends, or goes on, instead of standing still.
    """
    mark = secrets.token_hex(8)
    with tempfile.TemporaryDirectory(prefix="standing-", ignore_cleanup_errors=True) as folder:
        with (
            open(Path(folder, "output"), "w", encoding="utf-8") as output,
            open(Path(folder, "errors"), "w", encoding="utf-8") as errors,
        ):
            streams = {"stdout": output, "stderr": errors}
            variables |= {METHOD: get_start_method(allow_none=True) or ""}
            process = start_program(script, arguments, mark, variables=variables, **streams)
        try:
            output = Path(folder, "output")
            wait_until(lambda: _introduced(output) or process.poll() is not None)
            introduced = _introduced(output)
            if not introduced or not wait_until(lambda: stands_still(introduced.values())):
                words = Path(folder, "errors").read_text(encoding="utf-8", errors="replace")
                raise RuntimeError(f"{script} did not come to a standstill. {words[-500:]}")
            yield Standing(introduced, process, Path(folder))
        finally:
            end_all(lambda: marked(MARK, mark), PATIENCE)
            process.wait(timeout=PATIENCE)


def wait_until(look: Callable[[], object], seconds: float | None = None) -> object:
    """Look again and again until there is something to see, or the time is up; return it."""
    end = time.monotonic() + (DEADLINE if seconds is None else seconds)
    while not (seen := look()) and time.monotonic() < end:
        time.sleep(0.02)
    return seen


def stands_still(pids: Iterable[int]) -> bool:
    """Say whether some of these processes are there, none of which does anything for a while.

    On Linux one that waits for a core is "running". Elsewhere its CPU time alone has to tell.
    """
    before = [_used(pid) for pid in pids]
    time.sleep(STILL)
    after = [_used(pid) for pid in pids]
    return (
        before == after and any(after) and "running" not in [how for how, _ in filter(None, after)]
    )


def _used(pid: int) -> tuple[str, float] | None:
    """Return the state of a process, where it tells something, and its CPU time in seconds."""
    with suppress(psutil.Error):
        process = psutil.Process(pid)
        if is_running(pid):
            times = process.cpu_times()
            return process.status() if psutil.LINUX else "", times.user + times.system
    return None


def _introduced(path: Path) -> dict[str, int] | None:
    """Read who is who, from the first line of a program's output."""
    line, end, _ = path.read_text(encoding="utf-8").partition("\n")
    return ast.literal_eval(line) if end and line.startswith("{") else None
