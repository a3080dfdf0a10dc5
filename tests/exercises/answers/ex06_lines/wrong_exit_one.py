# hint: ended with exit code
import sys
from multiprocessing import Process

from helpers.exercises.workers.lesson_06 import count_lines


def count(path, folder):
    number = count_lines(path)
    (folder / path.name).write_text(str(number), encoding="utf-8")
    sys.exit(f"{number} lines")


def count_all(paths, folder):
    crew = [Process(target=count, args=(path, folder)) for path in paths]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
    return {file.name: int(file.read_text(encoding="utf-8")) for file in folder.iterdir()}
