"""Start a child, make a block; the child attaches to it and ends. Look for the block.

``python -m helpers.scripts.old_child METHOD [tracker]``
"""

import sys
import time
from multiprocessing import get_context, resource_tracker
from multiprocessing.shared_memory import SharedMemory

from helpers.scripts.stranger import is_there
from helpers.workers.waiting import receive


def attach(line) -> None:
    """Attach to the block whose name comes through a pipe, and close it properly."""
    SharedMemory(name=receive(line)).close()


if __name__ == "__main__":
    if "tracker" in sys.argv:
        resource_tracker.ensure_running()
    context = get_context(sys.argv[1])
    ours, theirs = context.Pipe()
    child = context.Process(target=attach, args=(theirs,))
    child.start()
    block = SharedMemory(create=True, size=1000)
    ours.send(block.name)
    child.join(timeout=60)
    # A tracker of the child's own would act a moment after the child's end.
    expected = sys.argv[1] == "fork" and "tracker" not in sys.argv
    deadline = time.monotonic() + (10 if expected else 1)
    while is_there(block.name) and time.monotonic() < deadline:
        time.sleep(0.05)
    print("still there" if is_there(block.name) else "gone")
