# hint: each in a process of its own
from concurrent.futures import ProcessPoolExecutor

from helpers.exercises.workers.lesson_11 import download


def fetch_all(names, limit, server):
    pool = ProcessPoolExecutor(limit, initializer=remember, initargs=(server,))
    with pool:
        for name in names:
            pool.submit(fetch, name)


def remember(server):
    globals()["the_server"] = server


def fetch(name):
    download(name, globals()["the_server"])
