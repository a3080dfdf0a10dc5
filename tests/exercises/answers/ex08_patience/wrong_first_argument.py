# hint: The first argument of acquire() is whether to wait
def run_locked(lock, seconds, errand):
    if not lock.acquire(seconds):
        return False
    try:
        errand()
    finally:
        lock.release()
    return True
