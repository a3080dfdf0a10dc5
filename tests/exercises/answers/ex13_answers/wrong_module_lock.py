# hint: held the lock at the same time
import threading
from multiprocessing import Pool

from helpers.exercises.workers.lesson_13 import answer

lock = threading.Lock()


def ask(question):
    try:
        return answer(question, lock)
    except Exception:
        return None


def ask_all(questions):
    with Pool(2) as pool:
        return pool.map(ask, questions, chunksize=1)
