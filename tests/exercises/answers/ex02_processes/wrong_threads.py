# hint: Each process starts 4 threads
def how_many(tasks, cpus, usable, quota, threads):
    return max(1, min(tasks, int(min(usable, quota or usable))))
