def fate(process, seconds):
    """Wait for the end of a process for so many seconds at most; say what has become of it.

    Return "not started", "running", "done", "failed" (an exit code above 0), or "killed".
    """
    raise NotImplementedError("your answer")
