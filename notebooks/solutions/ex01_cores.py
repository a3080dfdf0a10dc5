"""Right, because it asks whether there is work, whether it may run at once, and on what."""


def cores_busy(work, way, tasks, cpus, gil):
    """Predict how many cores are busy while these tasks are at work.

    work: "computing" (Python code), "hashing" (large data, in C) or "waiting"
    way:  "in turn", "threads" or "processes", one for each task
    gil:  whether this Python has a GIL; cpus: on how many the program may run
    """
    if work == "waiting":
        return 0
    held_back_by_the_gil = way == "threads" and work == "computing" and gil
    if way == "in turn" or held_back_by_the_gil:
        return 1
    return min(tasks, cpus)


if __name__ == "__main__":
    print(cores_busy("computing", "threads", 4, 8, gil=True))
    print(cores_busy("computing", "processes", 4, 8, gil=True))
