# hint: what still waits in the queue
def count_up(steps, queue):
    numbers = []
    for number in range(steps):
        numbers.append(number)
        queue.put(numbers.copy())
    queue.put(None)
    queue.cancel_join_thread()
