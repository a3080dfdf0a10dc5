# hint: in wrong places
from multiprocessing import Array, Process, Value

from helpers.exercises.workers.lesson_09 import square


def work(array, place, number):
    result = square(number)
    with place.get_lock():
        array[place.value] = result
        place.value += 1


def square_all(numbers):
    array, place = Array("q", len(numbers)), Value("i", 0)
    crew = [Process(target=work, args=(array, place, x)) for x in numbers]
    for each in crew:
        each.start()
    for each in crew:
        each.join()
    return list(array)
