"""Right, because it asks whether it got the lock, and gives it back in a finally."""


def run_locked(lock, seconds, errand):
    """Call errand() while holding the lock; wait for the lock no longer than these seconds.

    Return True if the errand was run, and False if the lock was not to be had in time. An error
    in the errand comes through, and leaves the lock free.
    """
    if not lock.acquire(timeout=seconds):
        return False
    try:
        errand()
    finally:
        lock.release()
    return True


if __name__ == "__main__":
    from multiprocessing import Lock

    lock = Lock()
    print(run_locked(lock, 1, lambda: print("the errand is run")))
    with lock:
        print(run_locked(lock, 0.2, lambda: print("never")))
