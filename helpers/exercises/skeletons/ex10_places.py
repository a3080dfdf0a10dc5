from multiprocessing import Array, Process

from helpers.exercises.workers.lesson_09 import square


def square_all(numbers):
    """Return a list of the squares, in order; each number is squared, by square(), in a child."""
    raise NotImplementedError("your answer")
