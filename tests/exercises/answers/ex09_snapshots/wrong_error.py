# hint: TypeError in line 4
def count_up(steps, queue):
    for number in range(steps):
        queue.put(number[:])
    queue.put(None)
