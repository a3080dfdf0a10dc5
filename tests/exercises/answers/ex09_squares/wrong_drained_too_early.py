# hint: Some came after the last look
from multiprocessing import Process, Queue

from helpers.exercises.workers.lesson_09 import square


def work(tasks, results):
    while (number := tasks.get()) is not None:
        results.put((number, square(number)))


def square_all(numbers, workers):
    tasks, results = Queue(), Queue()
    crew = [Process(target=work, args=(tasks, results)) for _ in range(workers)]
    for worker in crew:
        worker.start()
    for number in numbers:
        tasks.put(number)
    for _ in crew:
        tasks.put(None)
    squares = {}
    while any(worker.is_alive() for worker in crew):
        while not results.empty():
            number, result = results.get()
            squares[number] = result
    return squares
