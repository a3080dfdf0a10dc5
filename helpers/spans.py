"""What a worker does to be seen: wrap a phase in a ``span``, leave a ``note``.

This half of a recording runs in children. It imports only what a spawned child
has imported anyway, so that being observed costs a child nothing;
:mod:`helpers.recording` is the half that runs in the notebook.
"""

import multiprocessing
import os
import stat
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager


def recording_folder() -> str:
    """Name the folder in which this process and all its relatives record.

    A child must find the folder that its parent made, under every start method.
    An environment variable does not do: a fork server keeps the environment of the
    moment it was started. The authentication key does: a process is given the key
    of its parent when it starts, and so are its own children.

    Returns
    -------
    str
        A path; the folder exists while a recording runs, and only then.

    Notes
    -----
    Source: ``multiprocessing.Process.authkey`` in the Python documentation. Only the
    first 8 of its 32 bytes are used, so that the name does not give the key away.
    `tempfile` would find the same folder, but costs every child about 4 ms to import.
    """
    temporary = os.environ.get("TMPDIR") or os.environ.get("TEMP") or "/tmp"
    key = multiprocessing.current_process().authkey
    return os.path.join(temporary, f"recording-{key[:8].hex()}")


def is_ours(folder: str | os.PathLike) -> bool:
    """Say whether there is such a folder, no link, where nobody but this user may do anything.

    The temporary folder is everybody's: another user may have been there first, under the same
    name. On Windows it is the user's own.
    """
    try:
        found = os.lstat(folder)
    except OSError:
        return False
    private = os.name == "nt" or (found.st_uid == os.geteuid() and not found.st_mode & 0o077)
    return private and stat.S_ISDIR(found.st_mode)


@contextmanager
def span(label: str) -> Iterator[None]:
    """Record that this process is in the phase `label` while the ``with`` block runs.

    Parameters
    ----------
    label : str
        What the process does, such as ``"computing"``; it decides the colour in the picture.

    Raises
    ------
    TypeError, ValueError
        If `label` is not a string, or has nothing in it.
    """
    _check_text("label", label)
    start, cpu = time.perf_counter(), time.thread_time()
    _write("begin", label, start)
    try:
        yield
    finally:
        _write("end", label, start, time.perf_counter(), time.thread_time() - cpu)


def note(text: str) -> None:
    """Record one moment, with the words that a child would have printed.

    Parameters
    ----------
    text : str
        Any text, in any script.

    Raises
    ------
    TypeError, ValueError
        If `text` is not a string, or has nothing in it.
    """
    _check_text("text", text)
    _write("note", text, time.perf_counter())


def join_recording() -> None:
    """Take part in the recording of the notebook that started this program, if there is one.

    For programs that `helpers.system.programs.run_program` runs: they are nobody's
    `multiprocessing` child, so they have to be handed the key that children are given.
    """
    if key := os.environ.get("RECORDING_KEY"):
        multiprocessing.current_process().authkey = bytes.fromhex(key)


def _check_text(name: str, value: object) -> None:
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a string, not {value!r} ({type(value).__name__})")
    if not value.strip():
        raise ValueError(f"{name} must say something, but is {value!r}")


def _write(kind: str, text: str, *numbers: float) -> None:
    """Append one event to the file of this thread, if a recording is running.

    Each thread of each process has its own file: nothing is shared.
    """
    folder = recording_folder()
    if not is_ours(folder):
        return
    process, thread = multiprocessing.current_process(), threading.current_thread()
    event = (kind, text, process.name, os.getpid(), thread.name, *numbers)
    append(os.path.join(folder, f"{os.getpid()}-{thread.native_id}.events"), event)


APPEND = os.O_WRONLY | os.O_APPEND | os.O_CREAT
APPEND |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def append(path: str | os.PathLike, event: tuple) -> None:
    """Append an event to a file. What cannot be written is lost: who is observed goes on.

    The file is opened for one line only: nothing stays open across a fork, and what is written
    outlives a process that is killed. A line is a Python literal, since importing `json` would
    cost every child 2 ms.
    """
    try:
        file = os.open(path, APPEND, mode=0o600)
    except OSError:  # the recording is just being cleared away, or the disk is full
        return
    try:
        os.write(file, f"{event!r}\n".encode())
    except OSError:  # the disk is full
        pass
    finally:
        os.close(file)
