"""What a lesson says: the source of a worker, and findings that can fail."""

import gc
import inspect
import math
import multiprocessing
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path

import psutil
from IPython import get_ipython
from IPython.core.interactiveshell import ExecutionResult
from IPython.display import Markdown
from tqdm import tqdm

from helpers.exercises.answers import write_answer
from helpers.recording import Timeline
from helpers.system.machine import usable_cores
from helpers.system.processes import descendants, end_all, is_running, servant
from helpers.system.programs import SCRIPTS


def begin_lesson() -> None:
    """Prepare a notebook, in its first cell; elsewhere this does nothing.

    From now on the children of a cell that fails or is stopped are ended before the next one runs:
    otherwise they would go on, or be left as zombies. And a cell that begins with ``%%exercise``
    writes an answer into its file, and loses none that is there.
    """
    shell = get_ipython()
    if shell and _tidy_up not in shell.events.callbacks["post_run_cell"]:
        shell.events.register("post_run_cell", _tidy_up)
        shell.register_magic_function(_write_answer, "cell", "exercise")


def _write_answer(line: str, cell: str) -> None:
    print(write_answer(line.strip(), cell, Path()))


def show_source(*functions: Callable) -> Markdown:
    """Return the source of functions or classes as a listing, for the last line of a cell."""
    listing = "\n\n\n".join(inspect.getsource(function).strip() for function in functions)
    return Markdown(f"```python\n{listing}\n```")


def show_programs(*names: str) -> Markdown:
    """Return the source of programs in ``helpers/scripts`` as listings; they are not imported."""
    paths = [SCRIPTS / f"{name}.py" for name in names]
    listings = [f"**{path.name}**\n```python\n{path.read_text('utf-8')}```" for path in paths]
    return Markdown("\n\n".join(listings))


def progress(steps: Iterable, total: int | None = None) -> Iterable:
    """Go through steps, one by one, with a progress bar; `total` is for steps without a length."""
    # By default tqdm also makes a semaphore, which a kernel that is killed leaves in the system.
    tqdm.set_lock(threading.RLock())
    return tqdm(steps, total=total, file=sys.stdout)


def finding(claim: str, holds: bool, obstacle: str = "", *, unseen: str = "") -> None:
    """Print whether a claim held in this run: ``yes``, ``NO``, or why that was not to be seen.

    Parameters
    ----------
    claim : str
        A statement that holds on any healthy machine.
    holds : bool
        Whether it held.
    obstacle : str
        Why this machine, just now, may hide that it holds; see `obstacle_to_speed`.
    unseen : str
        What this system or this Python lacks, so that the claim cannot be tried here at all;
        then whether it held is not asked.
    """
    if unseen:
        print(f"not to be seen here ({unseen}): {claim}")
    elif holds:
        print(f"yes: {claim}")
    elif obstacle:
        print(f"not measurable now ({obstacle}): {claim}")
    else:
        print(f"NO: {claim}")


def obstacle_to_speed(timeline: Timeline) -> str:
    """Say what kept the recorded work from having two cores to itself.

    Parameters
    ----------
    timeline : Timeline
        A recording made with ``cpu=True``.

    Returns
    -------
    str
        A reason for `finding`, or the empty string if there was none.
    """
    if usable_cores() < 2:
        return f"this machine has {usable_cores():.1f} cores for us"
    if math.isnan(timeline.others_busy):
        return "the CPU was not sampled"
    if timeline.others_busy > 0.25:
        return f"other programs kept {timeline.others_busy:.1f} cores busy"
    return ""


def _tidy_up(result: ExecutionResult) -> None:
    if result.success:
        return
    children = multiprocessing.active_children()
    # Looked up before: when their parents have ended, nobody knows any more whose they are.
    grandchildren = [each for child in children for each in descendants(child.pid)]
    for stop in ("terminate", "kill"):
        for child in children:
            getattr(child, stop)()
        end = time.monotonic() + 2
        for child in children:
            child.join(timeout=max(0, end - time.monotonic()))
    end_all(lambda: [each for each in grandchildren if is_running(each.pid)], deadline=2)
    if isinstance(result.error_in_exec, KeyboardInterrupt):
        # Its traceback would keep the locks, queues and pools of the cell in the system.
        traceback.clear_frames(result.error_in_exec.__traceback__)
        gc.collect()
    # Stopped in the middle of start(), multiprocessing forgets a child: it ends, as a zombie.
    server = sys.modules.get("multiprocessing.forkserver")
    spared = server and server._forkserver._forkserver_pid
    children = [child for child in psutil.Process().children() if child.pid != spared]
    psutil.wait_procs([child for child in children if not servant(child)], timeout=1)
    # So may a fork server that was stopped while it began; only multiprocessing can replace it.
    if spared:
        server.ensure_running()
