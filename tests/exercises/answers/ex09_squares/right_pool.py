from concurrent.futures import ProcessPoolExecutor

from helpers.exercises.workers.lesson_09 import square


def square_all(numbers, workers):
    with ProcessPoolExecutor(workers) as pool:
        return dict(zip(numbers, pool.map(square, numbers), strict=True))
