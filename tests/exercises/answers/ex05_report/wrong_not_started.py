# hint: A process that was not started has no pid
def fate(process, seconds):
    process.join(timeout=seconds)
    if process.is_alive():
        return "running"
    if process.exitcode is None:
        return "not started"
    return "done" if process.exitcode == 0 else "killed" if process.exitcode < 0 else "failed"
