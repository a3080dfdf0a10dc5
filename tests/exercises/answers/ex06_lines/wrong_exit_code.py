# hint: exit code
import sys
from multiprocessing import Process

from helpers.exercises.workers.lesson_06 import count_lines


def count(path):
    sys.exit(count_lines(path) % 256)


def count_all(paths, folder):
    crew = {path.name: Process(target=count, args=(path,)) for path in paths}
    for process in crew.values():
        process.start()
    for process in crew.values():
        process.join(timeout=60)
    return {name: process.exitcode for name, process in crew.items()}
