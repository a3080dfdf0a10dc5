from functools import reduce


def needed_together(processes):
    most = sorted(processes, key=lambda process: process.rss - process.uss)[-1]
    own = reduce(lambda total, process: total + process.uss, processes, 0)
    return float(own + most.rss - most.uss)
