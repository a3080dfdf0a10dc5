# hint: Two may have the same words
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
        kinds = sorted(set(questions))
        found = dict(zip(kinds, pool.map(ask, kinds, chunksize=1), strict=True))
        return [found[question] for question in questions]
