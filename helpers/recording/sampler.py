"""Sample how busy each core is, from a process of its own: ``python -m helpers.recording.sampler``.

A sampling thread would fight for the GIL with the very threads that are measured;
a process leaves them alone.
"""

import os
import sys
import time
from collections import deque
from pathlib import Path

import psutil

from helpers.spans import append
from helpers.system.companion import wait_for_the_end
from helpers.system.processes import is_running

WATCHED = 8  # workers looked at between two samples, in turn: more would cost what is measured


def sample_until_told(folder: Path, interval: float) -> None:
    """Write a line for each sample, and one for each worker that is seen to have ended."""
    end = wait_for_the_end()
    running: deque[int] = deque()
    seen: set[int] = set()
    psutil.cpu_percent(percpu=True)  # the first call has nothing to compare with: all zeros
    path = folder / f"{os.getpid()}.samples"
    print(path.name, flush=True)
    due = time.perf_counter() + interval
    while not end.wait(max(0.0, due - time.perf_counter())):
        now = time.perf_counter()
        cores = tuple(percent / 100 for percent in psutil.cpu_percent(percpu=True))
        append(path, ("sample", now, cores))
        new = {int(path.name.partition("-")[0]) for path in folder.glob("*.events")} - seen
        running.extend(new)
        seen |= new
        for pid in [running.popleft() for _ in range(min(WATCHED, len(running)))]:
            if is_running(pid):
                running.append(pid)
            else:
                append(path, ("ended", now, pid))
        due = max(due + interval, now)


if __name__ == "__main__":
    sample_until_told(Path(sys.argv[1]), float(sys.argv[2]))
