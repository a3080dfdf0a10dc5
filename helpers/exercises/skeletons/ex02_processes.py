def how_many(tasks, cpus, usable, quota, threads):
    """Choose how many processes to start for CPU-bound tasks.

    cpus: logical CPUs of the machine; usable: those on which this program may run
    quota: the container's limit in cores, such as 2.5, or None
    threads: how many threads each process starts for its own work, at least 1
    """
    raise NotImplementedError("your answer")
