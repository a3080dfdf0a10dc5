"""Whether others keep this machine so busy that what takes long says nothing."""

from contextlib import suppress
from pathlib import Path

import psutil

BUSY = 0.5  # of the time of all CPUs
STARVED = 0.15  # of the time that has passed


def clock() -> tuple[float, float]:
    """Return how many seconds all CPUs together were there, and how many of these busy."""
    times = psutil.cpu_times()
    idle = times.idle + getattr(times, "iowait", 0)
    # Under Linux the time of guests is a part of the users'.
    total = sum(times) - getattr(times, "guest", 0) - getattr(times, "guest_nice", 0)
    return total, total - idle


def starved(began: tuple[float, float], family: list[psutil.Process], seconds: float) -> bool:
    """Say whether some processes wanted to run and could not, since others kept all CPUs busy.

    Parameters
    ----------
    began : tuple
        What `clock` returned when the first of them was started.
    family : list of Process
        Those of them that still are there.
    seconds : float
        How long that has been.
    """
    total, busy = (now - then for now, then in zip(clock(), began, strict=True))
    others = busy - sum(_used(each) for each in family)
    if others <= BUSY * total:
        return False
    waits = [wait for each in family if (wait := _waited(each)) is not None]
    return not waits or sum(waits) > STARVED * seconds


def _used(process: psutil.Process) -> float:
    """Return the CPU seconds of a process and of its children that were waited for."""
    with suppress(psutil.Error):
        return sum(process.cpu_times()[:4])
    return 0.0


def _waited(process: psutil.Process) -> float | None:
    """Return for how many seconds a process was ready to run and did not; None if nobody knows.

    Source: ``/proc/<pid>/schedstat`` in the Linux kernel's documentation of the scheduler.
    """
    files = Path(f"/proc/{process.pid}/task").glob("*/schedstat")
    try:
        return sum(int(path.read_text(encoding="ascii").split()[1]) for path in files) / 1e9
    except (OSError, IndexError):
        return None
