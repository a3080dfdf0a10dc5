from multiprocessing import Pool

from helpers.exercises.workers.lesson_13 import count_lines


def count(path):
    try:
        return count_lines(path)
    except Exception as error:
        return type(error).__name__


def count_all(paths, workers):
    with Pool(workers) as pool:
        found = dict(zip(paths, pool.imap(count, paths), strict=True))
    counted = {path: each for path, each in found.items() if isinstance(each, int)}
    return counted, {path: each for path, each in found.items() if path not in counted}
