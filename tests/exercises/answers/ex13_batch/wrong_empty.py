# hint: range() arg 3 must not be zero
import math


def batch_seconds(seconds, workers, chunksize=None):
    size = chunksize or math.ceil(len(seconds) / (4 * workers))
    ends = [0] * workers
    for first in range(0, len(seconds), size):
        ends.sort()
        ends[0] += sum(seconds[first : first + size])
    return max(ends)
