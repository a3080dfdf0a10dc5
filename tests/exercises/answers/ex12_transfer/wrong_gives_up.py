# hint: gives a lock back has to try again
from multiprocessing import Process

from helpers.exercises.workers.lesson_12 import book


def transfer(source, target, locks, bank):
    with locks[source]:
        if source == target:
            book(source, target, bank)
        elif locks[target].acquire(timeout=0.1):
            book(source, target, bank)
            locks[target].release()


def transfer_all(orders, locks, bank):
    crew = [Process(target=transfer, args=(*order, locks, bank)) for order in orders]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
