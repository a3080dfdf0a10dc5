# hint: It had ended before
import time


def fate(process, seconds):
    if process.pid is None:
        return "not started"
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if not process.is_alive():
            code = process.exitcode
            return "done" if code == 0 else "failed" if code > 0 else "killed"
        time.sleep(0.01)
    return "running"
