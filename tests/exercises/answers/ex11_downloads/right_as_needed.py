from multiprocessing import BoundedSemaphore, Process

from helpers.exercises.workers.lesson_11 import download


def fetch(name, places, server):
    try:
        download(name, server)
    finally:
        places.release()


def fetch_all(names, limit, server):
    places, crew = BoundedSemaphore(limit), []
    for name in names:
        places.acquire(timeout=60)
        crew.append(Process(target=fetch, args=(name, places, server)))
        crew[-1].start()
    for process in crew:
        process.join(timeout=60)
