"""Run a real program of ``helpers/scripts`` with a deadline, and see how it ended."""

import contextlib
import multiprocessing
import os
import subprocess
import sys
import time
from typing import NamedTuple

import psutil

from helpers.environment import ROOT
from helpers.system.processes import servant

SCRIPTS = ROOT / "helpers" / "scripts"


class Ended(NamedTuple):
    """How a program ended.

    Attributes
    ----------
    exit_code : int or None
        None if it was killed at its deadline.
    output, errors : str
        What it and its children printed on standard output and standard error.
    seconds : float
        How long it ran, until its output was closed.
    """

    exit_code: int | None
    output: str
    errors: str
    seconds: float


def run_program(
    script: str, *arguments: object, deadline: float = 5.0, by_path: bool = False
) -> Ended:
    """Run ``python -m helpers.scripts.script arguments``; afterwards nothing of it is left.

    A script that calls ``helpers.spans.join_recording()`` takes part in the recording that is
    running here.

    Parameters
    ----------
    script : str
        The name of a module in ``helpers/scripts``.
    *arguments : object
        Its command-line arguments.
    deadline : float
        Seconds after which the program and all its descendants are killed.
    by_path : bool
        Run ``python helpers/scripts/script.py arguments`` instead: recent fork servers import a
        program that is run by its path, and no other.

    Returns
    -------
    Ended
        Its exit code, what it printed, and how long it ran.

    Raises
    ------
    ValueError
        If there is no such script, or the deadline is not above 0.
    """
    if not (SCRIPTS / f"{script}.py").is_file():
        known = sorted(path.stem for path in SCRIPTS.glob("[!_]*.py"))
        raise ValueError(f"script must be one of {', '.join(known)}, not {script!r}")
    if not deadline > 0:
        raise ValueError(f"deadline must be above 0 seconds, not {deadline!r}")
    key = bytes(multiprocessing.current_process().authkey).hex()
    added = {"RECORDING_KEY": key, "PYTHONIOENCODING": "utf-8", "PYTHON_COLORS": "0"}
    if by_path:  # such a program finds what is in its own folder, and has to be told of helpers
        paths = [str(ROOT), os.environ.get("PYTHONPATH")]
        added["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    program = [str(SCRIPTS / f"{script}.py")] if by_path else ["-m", f"helpers.scripts.{script}"]
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *program, *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | added,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        output, errors = process.communicate(timeout=deadline)
        return Ended(process.returncode, output, errors, time.perf_counter() - start)
    except subprocess.TimeoutExpired:
        _kill_all(process)
        output, errors = process.communicate()
        return Ended(None, output, errors, time.perf_counter() - start)
    finally:
        _kill_all(process)
        process.communicate()


def _kill_all(process: subprocess.Popen) -> None:
    """Kill the program and whatever it started, even what it left behind as orphans.

    Its resource tracker ends by itself then, after it has removed their shared memory.
    """
    deadline = time.monotonic() + 2
    while crowd := _family(process):
        late = time.monotonic() > deadline
        doomed = crowd if late else [m for m in crowd if servant(m) != "resource tracker"]
        for member in doomed:
            with contextlib.suppress(psutil.Error):
                member.kill()
        time.sleep(0.02)


def _family(process: subprocess.Popen) -> list[psutil.Process]:
    """List what is alive of a program: its session, or on Windows, its descendants."""
    if os.name != "nt":
        return [each for each in psutil.process_iter() if _session(each.pid) == process.pid]
    try:
        program = psutil.Process(process.pid)
        return [*program.children(recursive=True), program] if process.poll() is None else []
    except psutil.NoSuchProcess:
        return []


def _session(pid: int) -> int:
    try:
        zombie = psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
        return 0 if zombie else os.getsid(pid)
    except (psutil.Error, OSError):
        return 0
