# hint: updates were lost
import json
from contextlib import suppress
from multiprocessing import Lock, Process

from helpers.exercises.workers.lesson_08 import one


def visit(path, gate, lock):
    lock.acquire(timeout=0.1)
    with open(path, encoding="utf-8") as file:
        count = json.load(file)["count"]
    count += one(gate)
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"count": count}, file)
    with suppress(ValueError):
        lock.release()


def count_visitors(path, visitors, gate):
    lock = Lock()
    crew = [Process(target=visit, args=(path, gate, lock)) for _ in range(visitors)]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
