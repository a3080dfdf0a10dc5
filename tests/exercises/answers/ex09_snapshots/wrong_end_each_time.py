# hint: Put None once
def count_up(steps, queue):
    for number in range(steps):
        queue.put(list(range(number + 1)))
    queue.put(None)
    queue.put(None)
