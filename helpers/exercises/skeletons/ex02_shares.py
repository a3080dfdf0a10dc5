def share_out(sizes, processes):
    """Share files out among processes so that each has about the same number of bytes.

    sizes: {name of a file: its size in bytes}. Return a list with a list of names for each process.
    """
    raise NotImplementedError("your answer")
