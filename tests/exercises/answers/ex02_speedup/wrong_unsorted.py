# hint: take the medians
def report(serial, parallel, processes):
    s = serial[len(serial) // 2] / parallel[len(parallel) // 2]
    return s, s / processes


def predict(serial_part, cores):
    return 1 / (serial_part + (1 - serial_part) / cores)
