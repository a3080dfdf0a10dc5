# Find what is wrong: under spawn nothing starts, and under fork all use one connection.
import sqlite3
from multiprocessing import Process

from helpers.exercises.workers.lesson_14 import count_lines


def enter(database, path):
    """Count the lines of a file, and enter them into the database; runs in a child."""
    database.execute("INSERT INTO files VALUES (?, ?)", (path.name, count_lines(path)))
    database.commit()


def enter_all(paths, file):
    """Enter each path's name and number of lines into a database; each in a process of its own.

    file: the path of the database. It has a table files (name, lines), with rows that stay.
    No process uses a connection that another one has opened.
    """
    database = sqlite3.connect(file)
    crew = [Process(target=enter, args=(database, path)) for path in paths]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
    database.close()
