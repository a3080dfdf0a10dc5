# hint: which need not be a whole number
def run_locked(lock, seconds, errand):
    if not lock.acquire(timeout=int(seconds)):
        return False
    try:
        errand()
    finally:
        lock.release()
    return True
