from multiprocessing import Lock, Process, Queue

from helpers.exercises.workers.lesson_13 import answer


def work(lock, tasks, results):
    for place, question in iter(tasks.get, None):
        try:
            results.put((place, answer(question, lock)))
        except Exception:
            results.put((place, None))


def ask_all(questions):
    lock, tasks, results = Lock(), Queue(), Queue()
    workers = [Process(target=work, args=(lock, tasks, results)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for task in [*enumerate(questions), None, None]:
        tasks.put(task)
    found = dict(results.get(timeout=60) for _ in questions)
    for worker in workers:
        worker.join(timeout=60)
    return [found[place] for place in range(len(questions))]
