from multiprocessing import get_context

from helpers.exercises.workers.lesson_13 import answer


def keep(one):
    globals()["lock"] = one


def ask(question):
    return answer(question, lock=globals()["lock"])


def ask_all(questions):
    answers = []
    context = get_context("spawn")
    with context.Pool(2, keep, (context.BoundedSemaphore(1),)) as pool:
        results = pool.imap(ask, questions)
        for _ in questions:
            try:
                answers.append(results.next(timeout=60))
            except Exception:
                answers.append(None)
    return answers
