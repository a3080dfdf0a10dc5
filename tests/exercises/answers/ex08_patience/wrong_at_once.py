# hint: Wait as long as seconds says
def run_locked(lock, seconds, errand):
    if not lock.acquire(block=False):
        return False
    try:
        errand()
    finally:
        lock.release()
    return True
