# hint: All need the same Semaphore(limit)
from multiprocessing import Process, Semaphore

from helpers.exercises.workers.lesson_11 import download


def fetch(name, limit, server):
    with Semaphore(limit):
        download(name, server)


def fetch_all(names, limit, server):
    crew = [Process(target=fetch, args=(name, limit, server)) for name in names]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
