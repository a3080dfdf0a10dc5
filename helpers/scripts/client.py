"""Buy tickets until there are none, under a file lock; print how many.

``python -m helpers.scripts.client PATH``
"""

import sys

from filelock import FileLock

from helpers.workers.tickets import buy

if __name__ == "__main__":
    path, bought = sys.argv[1], 0
    while True:
        with FileLock(f"{path}.lock", timeout=60):
            if not buy(path):
                break
        bought += 1
    print(bought)
