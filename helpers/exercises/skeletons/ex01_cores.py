def cores_busy(work, way, tasks, cpus, gil):
    """Predict how many cores are busy while these tasks are at work.

    work: "computing" (Python code), "hashing" (large data, in C) or "waiting"
    way:  "in turn", "threads" or "processes", one for each task
    gil:  whether this Python has a GIL; cpus: on how many the program may run
    """
    raise NotImplementedError("your answer")
