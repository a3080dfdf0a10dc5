# hint: asked once
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


def ask_twice(question):
    ask(question)
    return ask(question)


def ask_all(questions):
    with Pool(2, keep, (Lock(),)) as pool:
        return pool.map(ask_twice, questions, chunksize=1)
