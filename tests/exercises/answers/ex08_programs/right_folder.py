import json
import os
import sys
import time

from helpers.exercises.workers.lesson_08 import one_beside


def enter(room):
    while True:
        try:
            return os.mkdir(room)
        except OSError:
            time.sleep(0.02)


if __name__ == "__main__":
    path = sys.argv[1]
    enter(f"{path}.taken")
    try:
        with open(path, encoding="utf-8") as file:
            count = json.load(file)["count"] + one_beside(path)
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"count": count}, file)
    finally:
        os.rmdir(f"{path}.taken")
