# hint: until the file is closed
import json
from multiprocessing import Lock, Process

from helpers.exercises.workers.lesson_08 import one


def visit(path, gate, lock):
    lock.acquire()
    count = json.load(open(path, encoding="utf-8"))["count"]  # noqa: SIM115
    count += one(gate)
    file = open(path, "w", encoding="utf-8")  # noqa: SIM115
    json.dump({"count": count}, file)
    lock.release()


def count_visitors(path, visitors, gate):
    lock = Lock()
    crew = [Process(target=visit, args=(path, gate, lock)) for _ in range(visitors)]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
