# hint: used a connection that its parent had opened
from multiprocessing import Process
from sqlite3 import connect as open_database

from helpers.exercises.workers.lesson_14 import count_lines

kept = []


def enter(file, path):
    if not kept:
        kept.append(open_database(file))
    with kept[0] as database:
        database.cursor().execute("INSERT INTO files VALUES (?, ?)", (path.name, count_lines(path)))


def enter_all(paths, file):
    kept.append(open_database(file))
    kept[0].execute("SELECT COUNT(*) FROM files").fetchone()
    crew = [Process(target=enter, args=(file, path)) for path in paths]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
    kept.pop().close()
