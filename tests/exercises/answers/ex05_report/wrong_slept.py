# hint: Wait for its end with join
import time


def fate(process, seconds):
    if process.pid is None:
        return "not started"
    time.sleep(seconds)
    if process.exitcode is None:
        return "running"
    if process.exitcode == 0:
        return "done"
    return "failed" if process.exitcode > 0 else "killed"
