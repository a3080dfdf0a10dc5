"""Take a file lock, say so, and be killed while holding it.

``python -m helpers.scripts.hold_file PATH``
"""

import os
import signal
import sys

from filelock import FileLock

if __name__ == "__main__":
    with FileLock(sys.argv[1], timeout=60):
        print("holding the lock", flush=True)
        # Windows has no SIGKILL: there, SIGTERM ends a process just as abruptly.
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
