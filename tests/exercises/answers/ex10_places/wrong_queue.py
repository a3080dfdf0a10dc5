# hint: came back through a queue
from multiprocessing import Process, Queue

from helpers.exercises.workers.lesson_09 import square


def put_square(squares, place, number):
    squares.put((place, square(number)))


def square_all(numbers):
    squares = Queue()
    crew = [
        Process(target=put_square, args=(squares, place, number))
        for place, number in enumerate(numbers)
    ]
    for process in crew:
        process.start()
    said = dict(squares.get(timeout=60) for _ in crew)
    for process in crew:
        process.join(timeout=60)
    return [said[place] for place in range(len(numbers))]
