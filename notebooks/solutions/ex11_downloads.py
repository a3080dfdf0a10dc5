"""Right, because one semaphore counts for all, and with gives a place back in any case."""

from multiprocessing import Process, Semaphore

from helpers.exercises.workers.lesson_11 import download


def fetch(name, places, server):
    """Call download(name, server) as soon as there is a place; runs in a child.

    It may fail with an error.
    """
    with places:
        download(name, server)


def fetch_all(names, limit, server):
    """Fetch each name in a process of its own; never more than the limit are at it at once."""
    places = Semaphore(limit)
    crew = [Process(target=fetch, args=(name, places, server)) for name in names]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)


if __name__ == "__main__":
    from helpers.exercises.workers.lesson_11 import Server
    from helpers.recording import record

    with record() as timeline:
        fetch_all(["ada", "bo"], 2, Server(2, 2))
    for note in timeline.notes:
        print(note.text)
