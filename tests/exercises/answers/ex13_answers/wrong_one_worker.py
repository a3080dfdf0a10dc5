# hint: one of them did nothing
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
    with Pool(1, keep, (Lock(),)) as pool:
        return pool.map(ask, questions, chunksize=1)
