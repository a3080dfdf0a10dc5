# hint: pickles it later
def count_up(steps, queue):
    numbers = []
    for number in range(steps):
        numbers.append(number)
        snapshot = numbers
        queue.put(snapshot)
    queue.put(None)
