def batch_seconds(seconds, workers, chunksize=None):
    """Return after how many seconds all tasks are done.

    seconds: how long each task takes; chunksize: how many tasks a chunk has, or None for the
    default of Pool.map
    """
    raise NotImplementedError("your answer")
