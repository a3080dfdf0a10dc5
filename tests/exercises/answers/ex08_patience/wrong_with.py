# hint: `with lock` waits for ever
def run_locked(lock, seconds, errand):
    with lock:
        errand()
    return True
