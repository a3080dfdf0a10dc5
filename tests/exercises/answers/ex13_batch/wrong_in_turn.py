# hint: whoever is free first takes the next one
import math


def batch_seconds(seconds, workers, chunksize=None):
    size = chunksize or max(1, math.ceil(len(seconds) / (4 * workers)))
    ends = [0] * workers
    for number, first in enumerate(range(0, len(seconds), size)):
        ends[number % workers] += sum(seconds[first : first + size])
    return max(ends)
