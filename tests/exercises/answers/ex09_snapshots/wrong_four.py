# hint: steps were asked for, and the end
def count_up(steps, queue):
    for number in range(4):
        queue.put(list(range(number + 1)))
    queue.put(None)
