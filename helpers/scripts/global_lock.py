"""Hold two locks, and start a child that tries to get them: a global one, and an argument.

``python -m helpers.scripts.global_lock METHOD``
"""

import sys
from multiprocessing import Lock, current_process, get_context

from helpers.spans import join_recording, note

lock = Lock()


def try_both(method: str, argument) -> None:
    """Note which of the locks this process can get."""
    note(f"{method}, global lock: {lock.acquire(timeout=0.2)}")
    note(f"{method}, lock as argument: {argument.acquire(timeout=0.2)}")


if __name__ == "__main__":
    join_recording()
    current_process().name = "program"
    context = get_context(sys.argv[1])
    argument = context.Lock()
    with lock, argument:
        child = context.Process(target=try_both, args=(sys.argv[1], argument), name="child")
        child.start()
        child.join(timeout=60)
