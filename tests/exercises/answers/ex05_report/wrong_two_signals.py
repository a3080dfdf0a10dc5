# hint: a signal, of any kind
def fate(process, seconds):
    if process.pid is None:
        return "not started"
    process.join(timeout=seconds)
    code = process.exitcode
    if code is None:
        return "running"
    if code in (-9, -15):
        return "killed"
    return "done" if code == 0 else "failed"
