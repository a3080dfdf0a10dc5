"""Right, because the array is really shared, and each child writes into one place only.

Nobody writes where another reads, so it needs no lock.
"""

from multiprocessing import Array, Process

from helpers.exercises.workers.lesson_09 import square


def put_square(squares, place, number):
    """Write a square into its place; runs in a child."""
    squares[place] = square(number)


def square_all(numbers):
    """Return a list of the squares, in order; each number is squared, by square(), in a child."""
    squares = Array("q", len(numbers), lock=False)
    crew = [
        Process(target=put_square, args=(squares, place, number))
        for place, number in enumerate(numbers)
    ]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
    return list(squares)


if __name__ == "__main__":
    print(square_all([2, 3, 5, 7]))
