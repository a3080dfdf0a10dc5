# hint: whoever is free first takes the next one
import math


def batch_seconds(seconds, workers, chunksize=None):
    size = chunksize or max(1, math.ceil(len(seconds) / (4 * workers)))
    ends = [0] * workers
    for number in range(len(seconds) // size):
        ends.sort()
        ends[0] += sum(seconds[number * size : (number + 1) * size])
    return max(ends)
