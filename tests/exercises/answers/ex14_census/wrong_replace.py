# hint: Only add
import sqlite3
from contextlib import closing
from multiprocessing import Process

from helpers.exercises.workers.lesson_14 import count_lines


def enter(file, path):
    """Count the lines of a file, and enter them into the database; runs in a child."""
    row = (path.name, count_lines(path))
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("DELETE FROM files WHERE name = ?", row[:1])
        database.execute("INSERT INTO files VALUES (?, ?)", row)


def enter_all(paths, file):
    """Enter each path's name and number of lines into a database; each in a process of its own."""
    crew = [Process(target=enter, args=(file, path)) for path in paths]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
