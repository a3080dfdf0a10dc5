# hint: Hand over the path of the database, and connect
import sqlite3
from multiprocessing import Process

from helpers.exercises.workers.lesson_14 import count_lines


def enter(base, path):
    """Count the lines of a file, and enter them into the base; runs in a child."""
    base.execute("INSERT INTO files VALUES (?, ?)", (path.name, count_lines(path)))
    base.commit()


def enter_all(paths, file):
    """Enter each path's name and number of lines into a base; each in a process of its own.

    file: the path of the base. It has a table files (name, lines), with rows that stay.
    No process uses a connection that another one has opened.
    """
    base = sqlite3.connect(file)
    crew = [Process(target=enter, args=(base, path)) for path in paths]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
    base.close()
