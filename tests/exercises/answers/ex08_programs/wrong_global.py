# hint: A multiprocessing.Lock of each program is a lock of its own
import json
import sys
from multiprocessing import Lock

from helpers.exercises.workers.lesson_08 import one_beside

lock = Lock()

if __name__ == "__main__":
    path = sys.argv[1]
    with lock:
        with open(path, encoding="utf-8") as file:
            count = json.load(file)["count"]
        count += one_beside(path)
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"count": count}, file)
