# hint: must be held from reading to writing
import json
import sys

from filelock import FileLock

from helpers.exercises.workers.lesson_08 import one_beside

if __name__ == "__main__":
    path = sys.argv[1]
    lock = FileLock(f"{path}.lock", timeout=60)
    with lock, open(path, encoding="utf-8") as file:
        count = json.load(file)["count"]
    count += one_beside(path)
    with lock, open(path, "w", encoding="utf-8") as file:
        json.dump({"count": count}, file)
