import time


def run_locked(lock, seconds, errand):
    end = time.monotonic() + seconds
    while not lock.acquire(False):
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    try:
        errand()
        return True
    finally:
        lock.release()
