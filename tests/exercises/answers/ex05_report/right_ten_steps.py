import time


def fate(process, seconds):
    if process.pid is None:
        return "not started"
    for _ in range(10):
        if process.exitcode is not None:
            break
        time.sleep(seconds / 10)
    return {None: "running", 0: "done"}.get(process.exitcode) or (
        "failed" if process.exitcode > 0 else "killed"
    )
