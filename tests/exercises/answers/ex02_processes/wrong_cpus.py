# hint: only 4 are usable
def how_many(tasks, cpus, usable, quota, threads):
    cores = min(cpus, quota or cpus)
    return max(1, min(tasks, int(cores // threads)))
