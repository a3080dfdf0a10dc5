# hint: the errand was run all the same
def run_locked(lock, seconds, errand):
    lock.acquire(timeout=seconds)
    try:
        errand()
    finally:
        lock.release()
    return True
