"""Right, because all get the same lock, as an argument, and hold it from reading to writing."""

import json
from multiprocessing import Lock, Process

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
    lock = Lock()
    crew = [Process(target=visit, args=(path, gate, lock)) for _ in range(visitors)]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)


if __name__ == "__main__":
    import tempfile
    from multiprocessing import Barrier
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "visitors.json")
        path.write_text('{"count": 0}', encoding="utf-8")
        count_visitors(path, 4, Barrier(4))
        print(path.read_text(encoding="utf-8"))
