"""Right, because one disturbed run does not change a median, and the serial part is not divided."""

from statistics import median


def report(serial, parallel, processes):
    """Return speed-up and efficiency, from the seconds of several serial and parallel runs."""
    speedup = median(serial) / median(parallel)
    return speedup, speedup / processes


def predict(serial_part, cores):
    """Return the speed-up that Amdahl's law allows; the serial part is between 0 and 1."""
    return 1 / (serial_part + (1 - serial_part) / cores)


if __name__ == "__main__":
    print(report([8.0, 8.2, 30.0], [2.0, 2.05, 1.9], processes=4))
    print(predict(0.05, 64))
