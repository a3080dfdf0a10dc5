"""Right, because it lets in those at the head of the queue only, so that nobody is overtaken."""


def admit(queue, inside):
    """Return how many may go in now, from the head of the queue.

    queue: who waits, the first to come first; inside: who is in the room. Each is "reader" or
    "writer". Readers may be inside together, a writer only alone. Nobody goes in before one who
    came earlier; and of those who may go in, nobody is kept waiting.
    """
    if "writer" in inside:
        return 0
    readers = queue.index("writer") if "writer" in queue else len(queue)
    if queue and readers == 0 and not inside:
        return 1  # the writer
    return readers


if __name__ == "__main__":
    print(admit(["reader", "reader", "writer", "reader"], inside=["reader"]))
    print(admit(["writer", "reader"], inside=[]))
