import logging
from logging.handlers import QueueHandler, QueueListener
from multiprocessing import Process, Queue

from helpers.exercises.workers.lesson_14 import cook

kitchen = logging.getLogger("kitchen")


def serve(guest, records):
    kitchen.handlers = [QueueHandler(records)]
    kitchen.setLevel(logging.INFO)
    kitchen.info(cook(guest))


def serve_all(guests, path):
    records = Queue()
    handler = logging.FileHandler(path, encoding="utf-8")
    listener = QueueListener(records, handler)
    listener.start()
    crew = [Process(target=serve, args=(guest, records)) for guest in guests]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
    listener.stop()
    handler.close()
