# hint: In the order of the questions
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
        return [each for each in pool.map(ask, questions, chunksize=1) if each is not None]
