# hint: Let the workers do it
from helpers.exercises.workers.lesson_09 import square


def square_all(numbers, workers):
    return {number: square(number) for number in numbers}
