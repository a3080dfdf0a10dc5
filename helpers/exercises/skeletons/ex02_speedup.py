from statistics import median


def report(serial, parallel, processes):
    """Return speed-up and efficiency, from the seconds of several serial and parallel runs."""
    raise NotImplementedError("your answer")


def predict(serial_part, cores):
    """Return the speed-up that Amdahl's law allows; the serial part is between 0 and 1."""
    raise NotImplementedError("your answer")
