"""Right, because each worker keeps the lock, and catches exceptions where they are raised.

All is read inside of the block, and the questions are handed over one by one.
"""

from multiprocessing import Lock, Pool

from helpers.exercises.workers.lesson_13 import Question, answer


def keep(lock):
    """Keep the lock where the tasks of this worker find it."""
    global kept
    kept = lock


def ask(question):
    """Answer a question; None stands for an exception."""
    try:
        return answer(question, kept)
    except Exception:
        return None


def ask_all(questions):
    """Return a list with the answer to each question, in the order of the questions.

    An answer is what answer(question, lock) returns, or None where it raises an exception, of
    whatever kind. It is called once for each question, in two processes that work at the same
    time, and all calls get one and the same lock.
    """
    with Pool(2, keep, (Lock(),)) as pool:
        return pool.map(ask, questions, chunksize=1)


if __name__ == "__main__":
    print(ask_all([Question("Who?", 0, "a word"), Question("Why?", 1, "KeyError")]))
