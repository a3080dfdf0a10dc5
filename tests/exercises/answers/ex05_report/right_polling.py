import time


def fate(process, seconds):
    if process.ident is None:
        return "not started"
    end = time.monotonic() + seconds
    while process.is_alive():
        if time.monotonic() > end:
            return "running"
        time.sleep(0.01)
    code = process.exitcode
    return "done" if not code else "killed" if code < 0 else "failed"
