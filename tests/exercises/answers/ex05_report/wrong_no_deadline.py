# hint: Wait no longer than you are told
def fate(process, seconds):
    if process.pid is None:
        return "not started"
    process.join()
    return "done" if process.exitcode == 0 else "killed" if process.exitcode < 0 else "failed"
