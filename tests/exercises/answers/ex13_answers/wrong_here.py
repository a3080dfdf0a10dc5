# hint: your own process called answer
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
    keep(Lock())
    return [ask(question) for question in questions]
