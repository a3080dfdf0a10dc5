"""See what a test or a notebook left behind: processes, shared memory, semaphores, files."""

import os
import time
from pathlib import Path

import psutil

from helpers.environment import ROOT
from helpers.system.processes import servant

MARK = "PROCESSES_COURSE_TESTS"  # in the environment of everything that the tests start
SHARED = Path("/dev/shm")  # where Linux shows shared memory and semaphores
OURS = ("psm_*", "sem.*", "mp-*")
UNINTERESTING = {".git", ".venv", "__pycache__", ".pytest_cache", ".ruff_cache"}


def leftovers(
    temporary: Path, allowed: frozenset[str], spared: int = 0, patience: float = 5.0
) -> set[str]:
    """Describe what is there beyond what is allowed, after giving it time to go.

    Parameters
    ----------
    temporary : Path
        The folder for temporary files that the tests and the kernels use.
    allowed : frozenset of str
        Descriptions of what was there before.
    spared : int
        The pid of a kernel that is meant to be alive, or 0.
    patience : float
        Seconds to wait for everything to go.

    Returns
    -------
    set of str
        Empty if nothing was left behind.
    """
    deadline = time.monotonic() + patience
    while found := set(_everything(temporary, spared)) - allowed:
        if time.monotonic() > deadline:
            break
        time.sleep(0.05)
    return found - _shared_by_strangers() if found else found


def isolate(temporary: Path) -> None:
    """Give everything that is started from now on a mark, and an environment of its own."""
    os.environ.update({MARK: str(os.getpid()), "IPYTHONDIR": str(temporary / "ipython")})
    os.environ.update(dict.fromkeys(["TMPDIR", "TEMP", "TMP"], str(temporary)))


def shared_memory() -> set[str]:
    """Describe the shared memory and the semaphores that there are."""
    return {f"shared memory {path}" for glob in OURS for path in SHARED.glob(glob)}


def present(temporary: Path) -> frozenset[str]:
    """Describe what is there before the tests begin."""
    return frozenset(_everything(temporary, spared=0))


def _everything(temporary: Path, spared: int):
    yield from (f"process {words}" for words in _processes(spared))
    yield from shared_memory()
    yield from (f"recording {path}" for path in temporary.glob("recording-*"))
    for folder, folders, files in os.walk(ROOT):
        folders[:] = set(folders) - UNINTERESTING - {".ipynb_checkpoints"}
        yield from (f"file {Path(folder, name)}" for name in [*folders, *files])


def _shared_by_strangers() -> set[str]:
    """Describe the shared memory of programs that have nothing to do with the tests."""
    described = set()
    for process in psutil.process_iter():
        try:
            if process.pid != os.getpid() and process.environ().get(MARK) != str(os.getpid()):
                maps = {Path(each.path) for each in process.memory_maps()}
                described |= {f"shared memory {path}" for path in maps if path.parent == SHARED}
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            continue
    return described


def _processes(spared: int):
    """Find our descendants, zombies among them, and what we started and lost: orphans."""
    descendants = {process.pid for process in psutil.Process().children(recursive=True)}
    for process in psutil.process_iter():
        try:
            if process.pid in (os.getpid(), spared):
                continue
            if process.status() == psutil.STATUS_ZOMBIE:
                if process.pid in descendants:
                    yield f"{process.pid}, a zombie"
                continue
            ours = process.pid in descendants or process.environ().get(MARK) == str(os.getpid())
            if ours and not servant(process):
                yield f"{process.pid}: {' '.join(process.cmdline())}"
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            continue
