# hint: the process was started
def fate(process, seconds):
    if process.pid is None:
        process.start()
    process.join(timeout=seconds)
    code = process.exitcode
    return "running" if code is None else "killed" if code < 0 else "failed" if code else "done"
