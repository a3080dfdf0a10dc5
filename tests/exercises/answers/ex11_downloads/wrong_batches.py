# hint: not when a whole group is done
from multiprocessing import Process

from helpers.exercises.workers.lesson_11 import download


def fetch_all(names, limit, server):
    for first in range(0, len(names), limit):
        group = names[first : first + limit]
        crew = [Process(target=download, args=(name, server)) for name in group]
        for process in crew:
            process.start()
        for process in crew:
            process.join(timeout=60)
