# hint: NameError in line 4
def count_up(steps, queue):
    for number in range(steps):
        queue.put(numbers + [number])
    queue.put(None)
