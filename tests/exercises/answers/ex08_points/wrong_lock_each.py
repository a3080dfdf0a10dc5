# hint: Each process had a lock of its own
import json
from multiprocessing import Lock, Process

from helpers.exercises.workers.lesson_08 import earn, pause


def add_points(path, lock, gate):
    """Earn points, and add them to the total in the file; runs in a child."""
    points = earn(gate)
    with lock:
        with open(path, encoding="utf-8") as file:
            total = json.load(file)["points"]
        pause()
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"points": total + points}, file)


def play(path, players, gate):
    """Have so many processes earn points at once; wait for them."""
    locks = [Lock() for _ in range(players)]
    crew = [Process(target=add_points, args=(path, lock, gate)) for lock in locks]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
