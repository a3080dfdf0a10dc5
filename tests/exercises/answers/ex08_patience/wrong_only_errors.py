# hint: that was stopped
def run_locked(lock, seconds, errand):
    if not lock.acquire(timeout=seconds):
        return False
    try:
        errand()
    except Exception:
        lock.release()
        raise
    lock.release()
    return True
