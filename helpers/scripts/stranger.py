"""Make a block; a program that is no child attaches to it and ends. Look for the block.

``python -m helpers.scripts.stranger [untracked]``
"""

import subprocess
import sys
import time
from multiprocessing.shared_memory import SharedMemory

STRANGER = """
import sys
from multiprocessing.shared_memory import SharedMemory

options = {"track": False} if "untracked" in sys.argv else {}
SharedMemory(name=sys.argv[1], **options).close()
"""


def is_there(name: str) -> bool:
    """Say whether a block of this name exists."""
    try:
        SharedMemory(name=name).close()
    except FileNotFoundError:
        return False
    return True


if __name__ == "__main__":
    block = SharedMemory(create=True, size=1000)
    command = [sys.executable, "-c", STRANGER, block.name, *sys.argv[1:]]
    subprocess.run(command, check=True, timeout=30)
    # The stranger's resource tracker acts a moment after the stranger's end.
    deadline = time.monotonic() + (1 if "untracked" in sys.argv else 10)
    while is_there(block.name) and time.monotonic() < deadline:
        time.sleep(0.05)
    print("still there" if is_there(block.name) else "gone")
