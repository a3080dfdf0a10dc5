# hint: still ran when ask_all returned
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Lock

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
    executor = ProcessPoolExecutor(2, initializer=keep, initargs=(Lock(),))
    answers = list(executor.map(ask, questions))
    executor.shutdown(wait=False)
    return answers
