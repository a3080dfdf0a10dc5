# hint: children that counted: 1
from multiprocessing import Pipe, Process

from helpers.exercises.workers.lesson_06 import count_lines


def count(paths, end):
    end.send({path.name: count_lines(path) for path in paths})


def count_all(paths, folder):
    here, there = Pipe(duplex=False)
    process = Process(target=count, args=(paths, there))
    process.start()
    lines = here.recv()
    process.join(timeout=60)
    return lines
