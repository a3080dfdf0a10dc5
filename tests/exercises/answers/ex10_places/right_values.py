from multiprocessing import Process, Value

from helpers.exercises.workers.lesson_09 import square


def put_square(place):
    with place.get_lock():
        place.value = square(place.value)


def square_all(numbers):
    places = [Value("q", number) for number in numbers]
    crew = [Process(target=put_square, args=(place,)) for place in places]
    for process in crew:
        process.start()
    for process in crew:
        process.join()
    return [place.value for place in places]
