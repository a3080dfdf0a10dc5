"""Start children with a lock, forget it at once or keep it, and print how they ended.

``python -m helpers.scripts.lent_lock METHOD``
"""

import sys
from multiprocessing import get_context


def use(lock) -> None:
    """Take the lock, and give it back."""
    if lock.acquire(timeout=60):
        lock.release()


def lend_and_forget(context):
    """Start a child with a lock that nobody here has any more afterwards."""
    lock = context.Lock()
    child = context.Process(target=use, args=(lock,))
    child.start()
    return child, None


def lend_and_keep(context):
    """Start a child with a lock, and return the lock too: whoever calls keeps it."""
    lock = context.Lock()
    child = context.Process(target=use, args=(lock,))
    child.start()
    return child, lock


if __name__ == "__main__":
    for lend in (lend_and_forget, lend_and_keep):
        crew = [lend(get_context(sys.argv[1])) for _ in range(3)]
        for child, _ in crew:
            child.join(timeout=60)
        print(lend.__name__, *[child.exitcode for child, _ in crew])
