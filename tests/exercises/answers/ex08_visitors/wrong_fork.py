# hint: was started by fork
import json
from multiprocessing import get_context

from helpers.exercises.workers.lesson_08 import one


def visit(path, gate, lock):
    """Count one visitor more."""
    with lock:
        with open(path, encoding="utf-8") as file:
            count = json.load(file)["count"]
        count += one(gate)  # returns 1, after a moment in which others come as well
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"count": count}, file)


def count_visitors(path, visitors, gate):
    """Have so many processes visit at once; wait for them."""
    context = get_context("fork")
    lock = context.Lock()
    crew = [context.Process(target=visit, args=(path, gate, lock)) for _ in range(visitors)]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
