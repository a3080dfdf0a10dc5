import heapq


def batch_seconds(seconds, workers, chunksize=None):
    if chunksize is None:
        chunksize, more = divmod(len(seconds), workers * 4)
        if more:
            chunksize += 1
    free = [0] * workers
    rest = list(seconds)
    while rest:
        chunk, rest = rest[:chunksize], rest[chunksize:]
        heapq.heapreplace(free, free[0] + sum(chunk))
    return float(max(free))
