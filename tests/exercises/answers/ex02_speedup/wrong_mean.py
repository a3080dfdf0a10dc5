# hint: take the medians
from statistics import mean


def report(serial, parallel, processes):
    speedup = mean(serial) / mean(parallel)
    return speedup, speedup / processes


def predict(serial_part, cores):
    return 1 / (serial_part + (1 - serial_part) / cores)
