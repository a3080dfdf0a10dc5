def needed_together(processes):
    """Return how much memory these processes need together, all of one family.

    Each has .rss, all the memory that it uses, and .uss, the part that is its own alone. What is
    not its own is shared: take it that all of them share the same memory.
    """
    raise NotImplementedError("your answer")
