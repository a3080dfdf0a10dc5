# hint: cannot be sent from one process to another
from multiprocessing import Pool

from helpers.exercises.workers.lesson_13 import count_lines


def count(path):
    try:
        return count_lines(path)
    except Exception as error:
        return type(error).__name__


def count_all(paths, workers):
    found = {}
    with Pool(workers) as pool:
        asked = {path: pool.apply_async(count_lines, (path,)) for path in paths}
        for path, each in asked.items():
            try:
                found[path] = each.get()
            except Exception as error:
                found[path] = type(error).__name__
    counted = {path: each for path, each in found.items() if isinstance(each, int)}
    return counted, {path: each for path, each in found.items() if path not in counted}
