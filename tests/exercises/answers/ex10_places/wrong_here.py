# hint: in a child of its own
from multiprocessing import Array

from helpers.exercises.workers.lesson_09 import square


def square_all(numbers):
    squares = Array("i", len(numbers))
    for place, number in enumerate(numbers):
        squares[place] = square(number)
    return list(squares)
