from multiprocessing import Pipe, Process

from helpers.exercises.workers.lesson_09 import square


def work(line):
    for number in iter(line.recv, None):
        line.send((number, square(number)))


def square_all(numbers, workers):
    squares, crew = {}, []
    for _ in range(workers):
        ours, theirs = Pipe()
        crew.append((ours, Process(target=work, args=(theirs,))))
        crew[-1][1].start()
    for position, number in enumerate(numbers):
        line, _ = crew[position % workers]
        line.send(number)
        key, value = line.recv()
        squares[key] = value
    for line, worker in crew:
        line.send(None)
        worker.join()
    return squares
