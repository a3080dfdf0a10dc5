# hint: Tell it that no more comes
from multiprocessing import Process, Queue
from queue import Empty

from helpers.exercises.workers.lesson_09 import square


def work(tasks, results):
    """Take tasks, numbers, until the sentinel comes; put into results what square() gives."""
    while True:
        try:
            number = tasks.get(timeout=0.8)
        except Empty:
            return
        results.put((number, square(number)))


def square_all(numbers, workers):
    """Let so many worker processes square all numbers; return {number: square}."""
    tasks, results = Queue(), Queue()
    crew = [Process(target=work, args=(tasks, results)) for _ in range(workers)]
    for worker in crew:
        worker.start()
    for number in numbers:
        tasks.put(number)
    squares = dict(results.get(timeout=60) for _ in numbers)
    for worker in crew:
        worker.join(timeout=60)
    return squares
