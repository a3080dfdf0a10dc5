# hint: for as many seconds as you are told
def fate(process, seconds):
    if process.pid is None:
        return "not started"
    process.join(timeout=min(seconds, 5))
    if process.exitcode is None:
        return "running"
    if process.exitcode == 0:
        return "done"
    return "failed" if process.exitcode > 0 else "killed"
