# hint: Let the workers do it
from helpers.exercises.workers import square


def square_all(numbers, workers):
    return {number: square(number) for number in numbers}
