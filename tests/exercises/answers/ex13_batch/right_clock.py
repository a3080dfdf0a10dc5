def batch_seconds(seconds, workers, chunksize=None):
    size = chunksize or max(1, -(-len(seconds) // (4 * workers)))
    chunks = [sum(seconds[i : i + size]) for i in range(0, len(seconds), size)]
    now, busy = 0, []
    for chunk in chunks:
        if len(busy) == workers:
            now = min(busy)
            busy.remove(now)
        busy.append(now + chunk)
    return max(busy, default=0)
