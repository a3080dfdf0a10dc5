# hint: and no others
from multiprocessing import Process

from helpers.exercises.workers.lesson_06 import count_lines

lines = {}


def count(path, folder):
    (folder / path.name).write_text(str(count_lines(path)), encoding="utf-8")


def count_all(paths, folder):
    crew = [Process(target=count, args=(path, folder)) for path in paths]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
    for path in paths:
        lines[path.name] = int((folder / path.name).read_text(encoding="utf-8"))
    return lines
