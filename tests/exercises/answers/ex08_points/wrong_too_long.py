# hint: Hold the lock only for
import json
from multiprocessing import Lock, Process

from helpers.exercises.workers.lesson_08 import earn, pause


def add_points(path, lock, gate):
    lock.acquire(timeout=60)
    points = earn(gate)
    with open(path, encoding="utf-8") as file:
        total = json.load(file)["points"]
    pause()
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"points": total + points}, file)
    lock.release()


def play(path, players, gate):
    lock = Lock()
    crew = [Process(target=add_points, args=(path, lock, gate)) for _ in range(players)]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
