"""Right, because what is shared is there once: as much as the one that shares most has of it."""

from types import SimpleNamespace


def needed_together(processes):
    """Return how much memory these processes need together, all of one family.

    Each has .rss, all the memory that it uses, and .uss, the part that is its own alone. What is
    not its own is shared: take it that all of them share the same memory.
    """
    shared = max(process.rss - process.uss for process in processes)
    return shared + sum(process.uss for process in processes)


if __name__ == "__main__":
    family = [SimpleNamespace(rss=100, uss=5) for _ in range(5)]
    print("together:", needed_together(family), "sum:", sum(each.rss for each in family))
