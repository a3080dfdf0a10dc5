# hint: By default a chunk has
def batch_seconds(seconds, workers, chunksize=1):
    chunksize = chunksize or 1
    ends = [0] * workers
    for first in range(0, len(seconds), chunksize):
        ends.sort()
        ends[0] += sum(seconds[first : first + chunksize])
    return max(ends)
