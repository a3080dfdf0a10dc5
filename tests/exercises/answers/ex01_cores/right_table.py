AT_ONCE = {
    ("in turn", "computing"): "never",
    ("in turn", "hashing"): "never",
    ("threads", "computing"): "without a GIL",
    ("threads", "hashing"): "always",
    ("processes", "computing"): "always",
    ("processes", "hashing"): "always",
}


def cores_busy(work, way, tasks, cpus, gil):
    if work == "waiting":
        return 0
    when = AT_ONCE[way, work]
    together = when == "always" or (when == "without a GIL" and not gil)
    return min(tasks, cpus) if together else 1
