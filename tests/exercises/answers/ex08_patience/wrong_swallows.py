# hint: Let it come through
def run_locked(lock, seconds, errand):
    if not lock.acquire(timeout=seconds):
        return False
    try:
        errand()
    except Exception:
        return False
    finally:
        lock.release()
    return True
