# hint: are there as many results
from multiprocessing import Process, Queue

from helpers.exercises.workers.lesson_09 import square


def work(tasks, results):
    """Take tasks, numbers, until the sentinel comes; put into results what square() gives."""
    while (number := tasks.get(timeout=60)) is not None:
        results.put((number, square(number)))


def square_all(numbers, workers):
    """Let so many worker processes square all numbers; return {number: square}."""
    tasks, results = Queue(), Queue()
    crew = [Process(target=work, args=(tasks, results)) for _ in range(workers)]
    for worker in crew:
        worker.start()
    for number in numbers:
        tasks.put(number)
    for _ in crew:
        tasks.put(None)
    squares = {}
    while len(squares) < len(numbers):
        number, result = results.get(timeout=60)
        squares[number] = result
    for worker in crew:
        worker.join(timeout=60)
    return squares
