# hint: one process you need
def how_many(tasks, cpus, usable, quota, threads):
    cores = min(usable, quota or usable)
    return min(tasks, int(cores // threads))
