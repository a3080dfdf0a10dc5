# hint: A deadlock: each of
from multiprocessing import Process

from helpers.exercises.workers.lesson_12 import book


def transfer(source, target, locks, bank):
    with locks[target]:
        if source == target:
            book(source, target, bank)
            return
        with locks[source]:
            book(source, target, bank)


def transfer_all(orders, locks, bank):
    crew = [Process(target=transfer, args=(*order, locks, bank)) for order in orders]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
