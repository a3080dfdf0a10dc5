# hint: and RuntimeError came
def run_locked(lock, seconds, errand):
    if not lock.acquire(timeout=seconds):
        return False
    try:
        errand()
    except Exception as error:
        raise RuntimeError("the errand failed") from error
    finally:
        lock.release()
    return True
