# Find what is wrong: the consumer does not get what was put.
def count_up(steps, queue):
    """Put a list after each step: [0], then [0, 1], then [0, 1, 2] and so on; at last None.

    Runs in a child; the list may be long, and the queue may be busy.
    """
    numbers = []
    for number in range(steps):
        numbers.append(number)
        queue.put(numbers)
    queue.put(None)
