# hint: used a connection that its parent had opened
import sqlite3
from multiprocessing import Process

from helpers.exercises.workers.lesson_14 import count_lines

database = None


def enter(file, path):
    mine = database or sqlite3.connect(file)
    mine.execute("INSERT INTO files VALUES (?, ?)", (path.name, count_lines(path)))
    mine.commit()


def enter_all(paths, file):
    global database
    database = sqlite3.connect(file)
    crew = [Process(target=enter, args=(file, path)) for path in paths]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
    database.close()
