# hint: should have been downloaded
from multiprocessing import Process, Semaphore

from helpers.exercises.workers.lesson_11 import download


def fetch(name, places, server):
    if places.acquire(timeout=0.2):
        try:
            download(name, server)
        finally:
            places.release()


def fetch_all(names, limit, server):
    places = Semaphore(limit)
    crew = [Process(target=fetch, args=(name, places, server)) for name in names]
    for each in crew:
        each.start()
    for each in crew:
        each.join()
