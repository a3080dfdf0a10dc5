"""Right, because whoever is free first takes the next chunk, and the last to end decides.

The default is that of `Pool.map`: four chunks for each worker, rounded up.
"""

import math


def batch_seconds(seconds, workers, chunksize=None):
    """Return after how many seconds all tasks are done.

    seconds: how long each task takes; chunksize: how many tasks a chunk has, or None for the
    default of Pool.map
    """
    if not seconds:
        return 0
    chunksize = chunksize or math.ceil(len(seconds) / (4 * workers))
    ends = [0] * workers
    for first in range(0, len(seconds), chunksize):
        free = ends.index(min(ends))
        ends[free] += sum(seconds[first : first + chunksize])
    return max(ends)


if __name__ == "__main__":
    batch = 70 * [0.01] + 10 * [0.1]
    for size in [1, None, 80]:
        print(size, round(batch_seconds(batch, 2, size), 2))
