# hint: the process was ended
def fate(process, seconds):
    if process.pid is None:
        return "not started"
    process.join(timeout=seconds)
    if process.is_alive():
        process.terminate()
        return "running"
    if process.exitcode is None:
        return "running"
    if process.exitcode == 0:
        return "done"
    return "failed" if process.exitcode > 0 else "killed"
