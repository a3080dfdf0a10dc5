def admit(queue, inside):
    """Return how many may go in now, from the head of the queue.

    queue: who waits, the first to come first; inside: who is in the room. Each is "reader" or
    "writer". Readers may be inside together, a writer only alone. Nobody goes in before one who
    came earlier; and of those who may go in, nobody is kept waiting.
    """
    raise NotImplementedError("your answer")
