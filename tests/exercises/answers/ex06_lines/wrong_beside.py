# hint: belong into the folder
from multiprocessing import Process

from helpers.exercises.workers.lesson_06 import count_lines


def count(path):
    path.with_suffix(".count").write_text(str(count_lines(path)), encoding="utf-8")


def count_all(paths, folder):
    crew = [Process(target=count, args=(path,)) for path in paths]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
    return {path.name: int(path.with_suffix(".count").read_text("utf-8")) for path in paths}
