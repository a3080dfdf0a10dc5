# hint: which is no list
def count_up(steps, queue):
    for number in range(steps):
        queue.put(tuple(range(number + 1)))
    queue.put(None)
