# hint: Start so many, once
from multiprocessing import Process, Queue

from helpers.exercises.workers.lesson_13 import count_lines


def count(path, results):
    try:
        results.put((path, count_lines(path)))
    except Exception as error:
        results.put((path, type(error).__name__))


def count_all(paths, workers):
    results, found = Queue(), {}
    for first in range(0, len(paths), workers):
        crew = [Process(target=count, args=(path, results)) for path in paths[first:][:workers]]
        for process in crew:
            process.start()
        found |= dict(results.get(timeout=60) for _ in crew)
        for process in crew:
            process.join(timeout=60)
    counted = {path: each for path, each in found.items() if isinstance(each, int)}
    return counted, {path: each for path, each in found.items() if path not in counted}
