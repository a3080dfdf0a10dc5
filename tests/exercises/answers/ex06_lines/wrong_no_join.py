# hint: still ran when count_all returned
import time
from multiprocessing import Process

from helpers.exercises.workers.lesson_06 import count_lines


def count(path, folder):
    (folder / path.name).write_text(str(count_lines(path)), encoding="utf-8")


def count_all(paths, folder):
    for path in paths:
        Process(target=count, args=(path, folder)).start()
    time.sleep(2)
    return {file.name: int(file.read_text(encoding="utf-8")) for file in folder.iterdir()}
