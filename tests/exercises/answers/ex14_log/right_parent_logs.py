import logging
from concurrent.futures import ProcessPoolExecutor

from helpers.exercises.workers.lesson_14 import cook


def serve_all(guests, path):
    kitchen = logging.Logger("kitchen")
    handler = logging.FileHandler(path, encoding="utf-8")
    kitchen.addHandler(handler)
    for guest in guests:
        with ProcessPoolExecutor(1) as pool:
            kitchen.info(pool.submit(cook, guest).result())
    handler.close()
