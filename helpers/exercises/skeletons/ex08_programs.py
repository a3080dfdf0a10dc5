# Find what is wrong: two programs that know nothing of each other lose visits.
import json
import sys
from multiprocessing import Lock

from helpers.exercises.workers.lesson_08 import one_beside

if __name__ == "__main__":
    path = sys.argv[1]
    with Lock():
        with open(path, encoding="utf-8") as file:
            count = json.load(file)["count"]
        count += one_beside(path)  # returns 1, when another program asks too, or after 3 seconds
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"count": count}, file)
