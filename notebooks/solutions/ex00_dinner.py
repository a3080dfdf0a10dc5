"""Right, because both processes are started before the first is waited for."""

from multiprocessing import Process

from helpers.exercises.workers.lesson_00 import dine


def give_dinner(table):
    """Have two processes, ada and grace, run dine(table) at the same time; wait for both."""
    ada = Process(target=dine, args=(table,), name="ada")
    grace = Process(target=dine, args=(table,), name="grace")
    ada.start()
    grace.start()
    ada.join(timeout=60)
    grace.join(timeout=60)


if __name__ == "__main__":
    from multiprocessing import Barrier

    from helpers.recording import record

    with record() as timeline:
        give_dinner(Barrier(2))
    print(timeline.table())
