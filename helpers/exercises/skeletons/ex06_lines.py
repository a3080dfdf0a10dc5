# Find what is wrong: every count is lost.
from multiprocessing import Process

from helpers.exercises.workers.lesson_06 import count_lines

lines = {}


def count(path):
    """Count the lines of a file; runs in a child."""
    lines[path.name] = count_lines(path)


def count_all(paths, folder):
    """Return {name of the file: number of lines}; each file is counted in a child of its own.

    The folder is empty, and yours: write into it what you like. It is removed afterwards.
    """
    crew = [Process(target=count, args=(path,)) for path in paths]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
    return lines
