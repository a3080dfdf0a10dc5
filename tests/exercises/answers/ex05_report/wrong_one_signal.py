# hint: a signal, of any kind
def fate(process, seconds):
    if process.pid is None:
        return "not started"
    process.join(timeout=seconds)
    fates = {None: "running", 0: "done", -9: "killed"}
    return fates.get(process.exitcode, "failed")
