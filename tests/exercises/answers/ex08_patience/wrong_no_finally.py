# hint: Put release() into a finally
def run_locked(lock, seconds, errand):
    if lock.acquire(timeout=seconds):
        errand()
        lock.release()
        return True
    return False
