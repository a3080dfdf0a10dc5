def count_up(steps, queue):
    numbers = []
    for number in range(steps):
        numbers = [*numbers, number]
        queue.put(numbers)
    queue.put(None)
