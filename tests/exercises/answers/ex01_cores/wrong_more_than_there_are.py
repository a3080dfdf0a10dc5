# hint: more than there are tasks or CPUs is no use
def cores_busy(work, way, tasks, cpus, gil):
    if work == "waiting":
        return 0
    if way == "in turn" or (way == "threads" and work == "computing" and gil):
        return 1
    if way == "threads":
        return min(tasks, cpus)
    return tasks
