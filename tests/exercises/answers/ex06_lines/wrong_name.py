# hint: ended with NameError in line 8 of your file
from multiprocessing import Process

from helpers.exercises.workers.lesson_06 import count_lines


def count(path):
    (folder / path.name).write_text(str(count_lines(path)), encoding="utf-8")  # noqa: F821


def count_all(paths, folder):
    crew = [Process(target=count, args=(path,)) for path in paths]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
    return {file.name: int(file.read_text(encoding="utf-8")) for file in folder.iterdir()}
