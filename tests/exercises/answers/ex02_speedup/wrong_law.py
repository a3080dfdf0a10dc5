# hint: the rest, 0.8, is divided by 4
from statistics import median


def report(serial, parallel, processes):
    speedup = median(serial) / median(parallel)
    return speedup, speedup / processes


def predict(serial_part, cores):
    return cores * (1 - serial_part) + serial_part
