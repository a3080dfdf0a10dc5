# Find what is wrong: under fork it works; under spawn and forkserver nothing is in the log.
import logging
from multiprocessing import Process

from helpers.exercises.workers.lesson_14 import cook

kitchen = logging.getLogger("kitchen")


def serve(guest):
    """Cook for a guest, and log what it was; runs in a child."""
    kitchen.info(cook(guest))


def serve_all(guests, path):
    """Serve each guest in a process of its own, and log it to the file at this path.

    The file, which may have lines already, gets one more for each guest, in any order, with what
    cook returned in it. Another call, with another path, writes into that file alone.
    """
    kitchen.addHandler(logging.FileHandler(path, encoding="utf-8"))
    kitchen.setLevel(logging.INFO)
    crew = [Process(target=serve, args=(guest,)) for guest in guests]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
