# hint: It had no exit code yet
def fate(process, seconds):
    if process.pid is None:
        return "not started"
    process.join(timeout=seconds)
    if not process.exitcode:
        return "done"
    return "killed" if process.exitcode < 0 else "failed"
