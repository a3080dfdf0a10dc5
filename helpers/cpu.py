"""Sample how busy each core is, from a process of its own.

A sampling thread would fight for the GIL with the very threads that are measured;
a process leaves them alone. `psutil` is imported only where it is used.
"""

import os
import sys
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from helpers.companion import companion, wait_for_the_end

WATCHED = 8  # workers looked at between two samples, in turn: more would cost what is measured


class Sample(NamedTuple):
    """How busy each core was since the sample before.

    Attributes
    ----------
    time : float
        When it was taken, in seconds; in a `Timeline`, since the recording began.
    cores : tuple of float
        For each logical CPU of the machine, from 0 (idle) to 1 (busy all the time).
    """

    time: float
    cores: tuple[float, ...]

    @property
    def busy(self) -> float:
        """How many cores were busy, all together."""
        return sum(self.cores)


@contextmanager
def sampling(folder: Path, interval: float) -> Iterator[Path]:
    """Sample the CPU into a file in `folder` while the ``with`` block runs.

    Parameters
    ----------
    folder : Path
        Where the samples are written, and where the workers' files are watched.
    interval : float
        Seconds from one sample to the next.

    Yields
    ------
    Path
        The file with the samples; it is complete when the block has ended.

    Raises
    ------
    RuntimeError
        If the sampler does not start.
    """
    with companion("helpers.cpu", folder, interval) as name:
        yield folder / name


def is_running(pid: int) -> bool:
    """Say whether a process is there and has not ended; a zombie has ended.

    Parameters
    ----------
    pid : int
        The process's identifier.

    Returns
    -------
    bool
        False for a process that has ended, whether or not its parent has waited for it.
    """
    import psutil

    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def sample_until_told(folder: Path, interval: float) -> None:
    """Write a line for each sample, and one for each worker that is seen to have ended."""
    import psutil

    end = wait_for_the_end()
    running: deque[int] = deque()
    seen: set[int] = set()
    psutil.cpu_percent(percpu=True)  # the first call has nothing to compare with: all zeros
    path = folder / f"{os.getpid()}.samples"
    with open(path, "w", buffering=1, encoding="utf-8") as file:
        print(path.name, flush=True)
        due = time.perf_counter() + interval
        while not end.wait(max(0.0, due - time.perf_counter())):
            now = time.perf_counter()
            cores = tuple(percent / 100 for percent in psutil.cpu_percent(percpu=True))
            file.write(f"{('sample', now, cores)!r}\n")
            new = {int(path.name.partition("-")[0]) for path in folder.glob("*.events")} - seen
            running.extend(new)
            seen |= new
            for pid in [running.popleft() for _ in range(min(WATCHED, len(running)))]:
                if is_running(pid):
                    running.append(pid)
                else:
                    file.write(f"{('ended', now, pid)!r}\n")
            due = max(due + interval, now)


if __name__ == "__main__":
    sample_until_told(Path(sys.argv[1]), float(sys.argv[2]))
