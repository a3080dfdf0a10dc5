# hint: and it took
def run_locked(lock, seconds, errand):
    if not lock.acquire(timeout=1):
        return False
    try:
        errand()
    finally:
        lock.release()
    return True
