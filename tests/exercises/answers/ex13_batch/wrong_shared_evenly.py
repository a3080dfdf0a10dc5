# hint: whoever is free first takes the next one
def batch_seconds(seconds, workers, chunksize=None):
    return sum(seconds) / workers
