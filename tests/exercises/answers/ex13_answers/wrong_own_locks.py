# hint: held the lock at the same time
from multiprocessing import Lock, Pool

from helpers.exercises.workers.lesson_13 import answer


def keep():
    global lock
    lock = Lock()


def ask(question):
    try:
        return answer(question, lock)
    except Exception:
        return None


def ask_all(questions):
    with Pool(2, keep) as pool:
        return pool.map(ask, questions, chunksize=1)
