# hint: not 0
def fate(process, seconds):
    if process.pid is None:
        return "not started"
    process.join(timeout=seconds)
    fates = {None: "running", 0: "done", 1: "failed"}
    return fates.get(process.exitcode, "killed")
