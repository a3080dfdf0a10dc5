# hint: inside of the block
from multiprocessing import Lock, Pool

from helpers.exercises.workers.lesson_13 import answer


def keep(one):
    global lock
    lock = one


def ask(question):
    try:
        return answer(question, lock)
    except Exception:
        return None


def ask_all(questions):
    with Pool(2, keep, (Lock(),)) as pool:
        asked = [pool.apply_async(ask, (question,)) for question in questions]
    return [each.get() for each in asked]
