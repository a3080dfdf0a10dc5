# hint: C code that lets go of the GIL
def cores_busy(work, way, tasks, cpus, gil):
    if work == "waiting":
        return 0
    if way == "in turn" or (way == "threads" and gil):
        return 1
    return min(tasks, cpus)
