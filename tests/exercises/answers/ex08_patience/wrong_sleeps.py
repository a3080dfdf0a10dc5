# hint: the errand should have been run
import time


def run_locked(lock, seconds, errand):
    time.sleep(seconds)
    if not lock.acquire(block=False):
        return False
    try:
        errand()
    finally:
        lock.release()
    return True
