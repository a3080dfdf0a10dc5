# hint: were inside
from multiprocessing import Process, Semaphore

from helpers.exercises.workers.lesson_11 import download


def fetch(name, places, server):
    with places:
        download(name, server)


def fetch_all(names, limit, server):
    places = Semaphore(limit + 1)
    crew = [Process(target=fetch, args=(name, places, server)) for name in names]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
