# hint: it had not ended after
def run_locked(lock, seconds, errand):
    with lock:
        errand()
    return True
