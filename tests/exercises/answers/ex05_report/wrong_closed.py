# hint: the process was closed
def fate(process, seconds):
    if process.pid is None:
        return "not started"
    process.join(timeout=seconds)
    code = process.exitcode
    if code is None:
        return "running"
    process.close()
    return "done" if code == 0 else "killed" if code < 0 else "failed"
