from multiprocessing import Process, Queue

from helpers.exercises.workers.lesson_11 import download


def fetch(name, tokens, server):
    token = tokens.get(timeout=60)
    try:
        download(name, server)
    finally:
        tokens.put(token)


def fetch_all(names, limit, server):
    tokens = Queue()
    for number in range(limit):
        tokens.put(number)
    crew = [Process(target=fetch, args=(name, tokens, server)) for name in names]
    for process in crew:
        process.start()
    for process in crew:
        process.join()
