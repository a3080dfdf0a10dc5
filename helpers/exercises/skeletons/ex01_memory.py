def shares_memory(kind):
    """Say whether workers of a kind share our memory; find out by trying it.

    The kind is threading.Thread, multiprocessing.Process, or a class derived from one of them.
    """
    raise NotImplementedError("your answer")
