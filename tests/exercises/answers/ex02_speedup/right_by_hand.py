def middle(values):
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


def report(serial, parallel, processes):
    ratio = middle(serial) / middle(parallel)
    return [ratio, ratio / processes]


def predict(serial_part, cores):
    return cores / (1 + serial_part * (cores - 1))
