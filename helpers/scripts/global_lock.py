"""Hold two locks, a global one and one handed over; let two children try to get them.

``python helpers/scripts/global_lock.py METHOD``
"""

import sys
from multiprocessing import Lock, get_context

from helpers.spans import join_recording, note

lock = Lock()


def try_both(argument, gate) -> None:
    """Note which locks this child gets; keep them until the other has tried, too."""
    note(f"global lock: {lock.acquire(timeout=0.2)}")
    note(f"lock as argument: {argument.acquire(timeout=0.2)}")
    gate.wait(timeout=60)


if __name__ == "__main__":
    join_recording()
    context = get_context(sys.argv[1])
    argument, gate = context.Lock(), context.Barrier(2)
    with lock, argument:
        args = (argument, gate)
        crew = [context.Process(target=try_both, args=args) for _ in range(2)]
        for child in crew:
            child.start()
        for child in crew:
            child.join(timeout=60)
