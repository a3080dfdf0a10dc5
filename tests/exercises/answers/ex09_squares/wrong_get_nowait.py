# hint: not until the queue looks empty
from multiprocessing import Process, Queue
from queue import Empty

from helpers.exercises.workers.lesson_09 import square


def work(tasks, results):
    try:
        while True:
            number = tasks.get_nowait()
            results.put((number, square(number)))
    except Empty:
        pass


def square_all(numbers, workers):
    tasks, results = Queue(), Queue()
    for number in numbers:
        tasks.put(number)
    crew = [Process(target=work, args=(tasks, results)) for _ in range(workers)]
    for worker in crew:
        worker.start()
    squares = dict(results.get(timeout=60) for _ in numbers)
    for worker in crew:
        worker.join(timeout=60)
    return squares
