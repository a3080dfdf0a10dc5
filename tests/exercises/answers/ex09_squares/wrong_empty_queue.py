# hint: not until the queue looks empty
from multiprocessing import Process, Queue

from helpers.exercises.workers.lesson_09 import square


def work(tasks, results):
    """Take tasks, numbers, until the sentinel comes; put into results what square() gives."""
    while not tasks.empty():
        number = tasks.get(timeout=60)
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
