# hint: whoever is free first takes the next one
import math


def batch_seconds(seconds, workers, chunksize=None):
    size = chunksize or max(1, math.ceil(len(seconds) / (4 * workers)))
    chunks = [sum(seconds[first : first + size]) for first in range(0, len(seconds), size)]
    ends = [0] * workers
    for chunk in sorted(chunks, reverse=True):
        ends.sort()
        ends[0] += chunk
    return max(ends)
