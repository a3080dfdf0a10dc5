# hint: Each process had a lock of its own
import json
from multiprocessing import Lock, Process

from helpers.exercises.workers.lesson_08 import one

lock = Lock()


def visit(path, gate):
    """Count one visitor more."""
    with lock:
        with open(path, encoding="utf-8") as file:
            count = json.load(file)["count"]
        count += one(gate)
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"count": count}, file)


def count_visitors(path, visitors, gate):
    """Have so many processes visit at once; wait for them."""
    crew = [Process(target=visit, args=(path, gate)) for _ in range(visitors)]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
