# hint: it has been released
def run_locked(lock, seconds, errand):
    got = lock.acquire(timeout=seconds)
    try:
        if got:
            errand()
    finally:
        lock.release()
    return got
