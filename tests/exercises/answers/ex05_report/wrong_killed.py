# hint: below 0: a signal
def fate(process, seconds):
    if process.pid is None:
        return "not started"
    process.join(timeout=seconds)
    if process.exitcode is None:
        return "running"
    return "failed" if process.exitcode else "done"
