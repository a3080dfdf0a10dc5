# hint: one lock for everything is too much
from multiprocessing import Lock, Process

from helpers.exercises.workers.lesson_12 import book


def transfer(source, target, locks, bank, everything):
    with everything, locks[source]:
        if source == target:
            book(source, target, bank)
            return
        with locks[target]:
            book(source, target, bank)


def transfer_all(orders, locks, bank):
    everything = Lock()
    crew = [Process(target=transfer, args=(*order, locks, bank, everything)) for order in orders]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
