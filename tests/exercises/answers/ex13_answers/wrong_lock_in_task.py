# hint: Lock objects should only be shared between processes through inheritance
from multiprocessing import Lock, Pool

from helpers.exercises.workers.lesson_13 import answer


def ask_all(questions):
    lock = Lock()
    with Pool(2) as pool:
        asked = [pool.apply_async(answer, (question, lock)) for question in questions]
        return [each.get(timeout=60) for each in asked]
