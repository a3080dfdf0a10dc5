SEEN = {}


def leave_a_trace():
    SEEN["trace"] = True


def shares_memory(kind):
    SEEN.clear()
    worker = kind(target=leave_a_trace)
    worker.start()
    worker.join()
    return "trace" in SEEN
