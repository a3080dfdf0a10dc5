from multiprocessing import Process, SimpleQueue

from helpers.exercises.workers.lesson_13 import count_lines


def work(tasks, results):
    while (path := tasks.get()) is not None:
        try:
            results.put((0, path, count_lines(path)))
        except Exception as error:
            results.put((1, path, error.__class__.__name__))


def count_all(paths, workers):
    tasks, results = SimpleQueue(), SimpleQueue()
    crew = [Process(target=work, args=(tasks, results)) for _ in range(workers)]
    for process in crew:
        process.start()
    for path in paths + [None] * workers:
        tasks.put(path)
    both = [{}, {}]
    for _ in paths:
        which, path, what = results.get()
        both[which][path] = what
    for process in crew:
        process.join(timeout=60)
    return both
