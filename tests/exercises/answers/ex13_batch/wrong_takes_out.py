# hint: has changed the list that it was handed
import math


def batch_seconds(seconds, workers, chunksize=None):
    size = chunksize or max(1, math.ceil(len(seconds) / (4 * workers)))
    ends = [0] * workers
    while seconds:
        ends.sort()
        ends[0] += sum(seconds[:size])
        del seconds[:size]
    return max(ends)
