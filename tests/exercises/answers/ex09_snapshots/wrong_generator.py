# hint: cannot be pickled is lost without an error
def count_up(steps, queue):
    for number in range(steps):
        queue.put(n for n in range(number + 1))
    queue.put(None)
