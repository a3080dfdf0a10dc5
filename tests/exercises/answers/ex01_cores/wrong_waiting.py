# hint: Whoever waits needs no core
def cores_busy(work, way, tasks, cpus, gil):
    if way == "in turn" or (way == "threads" and work != "hashing" and gil):
        return 1
    return min(tasks, cpus)
