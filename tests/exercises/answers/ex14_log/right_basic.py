import logging
from multiprocessing import Process

from helpers.exercises.workers.lesson_14 import cook


def serve(guest, path):
    form = "%(asctime)s %(processName)s %(message)s"
    logging.basicConfig(filename=path, level="INFO", format=form, force=True)
    logging.info(cook(guest))


def serve_all(guests, path):
    crew = [Process(target=serve, args=(guest, path), name=guest) for guest in guests]
    for process in crew:
        process.start()
    for process in crew:
        process.join()
