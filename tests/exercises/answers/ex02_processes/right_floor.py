import math


def how_many(tasks, cpus, usable, quota, threads):
    limits = [usable] if quota is None else [usable, quota]
    room = math.floor(min(limits)) // threads
    return sorted([1, tasks, room])[1] if room >= 1 else 1
