"""Right, because a process without a pid was never started, and only the exit code tells the end.

join() with a timeout returns None in any case; exitcode is None as long as the process runs.
"""

import sys
from multiprocessing import Process


def fate(process, seconds):
    """Wait for the end of a process for so many seconds at most; say what has become of it.

    Return "not started", "running", "done", "failed" (an exit code above 0), or "killed".
    """
    if process.pid is None:
        return "not started"
    process.join(timeout=seconds)
    if process.exitcode is None:
        return "running"
    if process.exitcode == 0:
        return "done"
    return "failed" if process.exitcode > 0 else "killed"


if __name__ == "__main__":
    child = Process(target=sys.exit, args=(3,))
    print(fate(child, seconds=1))
    child.start()
    print(fate(child, seconds=60))
