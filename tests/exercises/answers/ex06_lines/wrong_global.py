# hint: its own copy of the global
from multiprocessing import Process

from helpers.exercises.workers.lesson_06 import count_lines

lines = {}


def count(path):
    global lines
    lines = lines | {path.name: count_lines(path)}


def count_all(paths, folder):
    crew = [Process(target=count, args=(path,)) for path in paths]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
    return lines
