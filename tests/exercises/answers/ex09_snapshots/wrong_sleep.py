# hint: pickles it later
import time


def count_up(steps, queue):
    numbers = []
    for number in range(steps):
        numbers.append(number)
        queue.put(numbers)
        time.sleep(0.3)
    queue.put(None)
