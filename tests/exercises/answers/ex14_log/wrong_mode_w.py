# hint: the line that was in the file before is gone
import logging
from multiprocessing import Process

from helpers.exercises.workers.lesson_14 import cook

kitchen = logging.getLogger("kitchen")


def serve(guest, path):
    """Cook for a guest, and log what it was; runs in a child."""
    kitchen.addHandler(logging.FileHandler(path, mode="w", encoding="utf-8"))
    kitchen.setLevel(logging.INFO)
    kitchen.info(cook(guest))


def serve_all(guests, path):
    """Serve each guest in a process of its own, and log it to the file at this path."""
    crew = [Process(target=serve, args=(guest, path)) for guest in guests]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
