# hint: your own process has written the file
import json
from multiprocessing import Process

from helpers.exercises.workers.lesson_08 import one


def visit(gate):
    one(gate)


def count_visitors(path, visitors, gate):
    crew = [Process(target=visit, args=(gate,)) for _ in range(visitors)]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
    with open(path, encoding="utf-8") as file:
        count = json.load(file)["count"]
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"count": count + visitors}, file)
