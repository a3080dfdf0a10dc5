# hint: expected True, and got None
def run_locked(lock, seconds, errand):
    if not lock.acquire(timeout=seconds):
        return False
    try:
        return errand()
    finally:
        lock.release()
