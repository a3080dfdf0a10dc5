# hint: until the file is closed
import json
import os
import sys
import time

from helpers.exercises.workers.lesson_08 import one_beside


def enter(room):
    while True:
        try:
            return os.mkdir(room)
        except FileExistsError:
            time.sleep(0.02)


if __name__ == "__main__":
    path = sys.argv[1]
    enter(f"{path}.room")
    with open(path, encoding="utf-8") as file:
        count = json.load(file)["count"] + one_beside(path)
    file = open(path, "w", encoding="utf-8")  # noqa: SIM115
    json.dump({"count": count}, file)
    os.rmdir(f"{path}.room")
