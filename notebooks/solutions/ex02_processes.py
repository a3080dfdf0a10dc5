"""Right, because the smallest limit counts: tasks, usable CPUs or quota, shared by the threads.

The CPUs of the machine do not matter. Rounded down, but one process is always needed.
"""


def how_many(tasks, cpus, usable, quota, threads):
    """Choose how many processes to start for CPU-bound tasks.

    cpus: logical CPUs of the machine; usable: those on which this program may run
    quota: the container's limit in cores, such as 2.5, or None
    threads: how many threads each process starts for its own work, at least 1
    """
    cores = min(usable, quota) if quota else usable
    return max(1, min(tasks, int(cores / threads)))


if __name__ == "__main__":
    print(how_many(tasks=100, cpus=64, usable=8, quota=2.5, threads=1))
