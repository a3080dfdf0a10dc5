# hint: numbers with a point
from multiprocessing import Array, Process

from helpers.exercises.workers.lesson_09 import square


def work(array, n, number):
    array[n] = square(number)


def square_all(numbers):
    array = Array("d", len(numbers))
    crew = [Process(target=work, args=(array, n, x)) for n, x in enumerate(numbers)]
    for each in crew:
        each.start()
    for each in crew:
        each.join()
    return list(array)
