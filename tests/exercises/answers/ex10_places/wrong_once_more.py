# hint: in your own process, once more
from multiprocessing import Array, Process

from helpers.exercises.workers.lesson_09 import square


def put_square(squares, place, number):
    squares[place] = square(number)


def square_all(numbers):
    squares = Array("q", len(numbers))
    crew = [
        Process(target=put_square, args=(squares, place, number))
        for place, number in enumerate(numbers)
    ]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
    return [number * number for number in numbers]
