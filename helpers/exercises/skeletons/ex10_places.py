from multiprocessing import Array, Process

from helpers.exercises.workers import square


def square_all(numbers):
    """Return a list of the squares, in order; each number is squared, by square(), in a child."""
    raise NotImplementedError("your answer")
