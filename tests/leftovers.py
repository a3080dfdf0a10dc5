"""See what a test or a notebook left behind: processes, shared memory, semaphores, files."""

import os
import time
from contextlib import suppress
from pathlib import Path

import psutil

from helpers.environment import ROOT
from helpers.system.processes import servant
from tests.isolation import MARK

SHARED = Path("/dev/shm")  # where Linux shows shared memory and semaphores
OURS = ("psm_*", "sem.*", "mp-*")
CACHE = "__pycache__"
LEARNERS = "notebooks"  # where somebody may be at work meanwhile; lessons are tested elsewhere


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
    deadline, shared = time.monotonic() + patience, shared_memory()
    while found := set(_everything(temporary, spared)) - allowed:
        found -= _shared_by_strangers(found)
        found -= shared_memory() - shared  # made since, by tests that run beside these
        if not found or time.monotonic() > deadline:
            break
        time.sleep(0.05)
    return found


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
    for place in [ROOT, temporary / "helpers"]:
        for folder, folders, files in os.walk(place):
            visible = {name for name in folders if not name.startswith(".")}
            folders[:] = visible - {CACHE, LEARNERS}
            yield from (f"file {Path(folder, name)}" for name in [*folders, *files])


def _shared_by_strangers(found: set[str]) -> set[str]:
    """Tell which of the shared memory that was found has nothing to do with the tests.

    The maps of a process show under which name a semaphore was made, not the one that it was
    given then. So files are compared by device and inode.
    """
    if not (shared := found & shared_memory()):
        return set()
    descendants, held = _descendants(), set()
    for process in psutil.process_iter():
        try:
            if process.pid not in descendants and not _marked(process):
                held |= _files(process.pid)
        except (psutil.Error, OSError):  # it has ended, or belongs to somebody else
            continue
    return {words for words in shared if _is_of_strangers(words, held)}


def _is_of_strangers(words: str, held: set[tuple[int, int]]) -> bool:
    try:
        status = os.stat(words.removeprefix("shared memory "))
    except FileNotFoundError:
        return True  # it has gone meanwhile
    return status.st_uid != os.getuid() or (status.st_dev, status.st_ino) in held


def _files(pid: int) -> set[tuple[int, int]]:
    """Return device and inode of the files that a process has mapped or opened under Linux."""
    folder, files = Path("/proc", str(pid)), set()
    for line in (folder / "maps").read_text(encoding="utf-8", errors="replace").splitlines():
        device, inode = line.split()[3:5]
        major, minor = (int(number, 16) for number in device.split(":"))
        files.add((os.makedev(major, minor), int(inode)))
    for descriptor in (folder / "fd").iterdir():
        with suppress(FileNotFoundError):  # closed meanwhile
            status = descriptor.stat()
            files.add((status.st_dev, status.st_ino))
    return files


def _marked(process: psutil.Process) -> bool:
    return process.environ().get(MARK) == str(os.getpid())


def _descendants() -> set[int]:
    own = psutil.Process()
    return {process.pid for process in [own, *own.children(recursive=True)]}


def _processes(spared: int):
    """Find our descendants, zombies among them, and what we started and lost: orphans."""
    descendants = _descendants()
    for process in psutil.process_iter():
        try:
            if process.pid in (os.getpid(), spared):
                continue
            if process.status() == psutil.STATUS_ZOMBIE:
                if process.pid in descendants:
                    yield f"{process.pid}, a zombie"
            elif (process.pid in descendants or _marked(process)) and not servant(process):
                yield f"{process.pid}: {' '.join(process.cmdline())}"
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            continue
