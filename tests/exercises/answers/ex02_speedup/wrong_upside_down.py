# hint: upside down
from statistics import median


def report(serial, parallel, processes):
    speedup = median(parallel) / median(serial)
    return speedup, speedup / processes


def predict(serial_part, cores):
    return 1 / (serial_part + (1 - serial_part) / cores)
