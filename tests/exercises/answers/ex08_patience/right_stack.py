from contextlib import ExitStack


def run_locked(lock, seconds, errand):
    with ExitStack() as stack:
        got = lock.acquire(True, seconds)
        if got:
            stack.callback(lock.release)
            errand()
        return got
