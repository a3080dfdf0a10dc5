# hint: in your own process
from threading import Thread

from helpers.exercises.workers.lesson_12 import book


def transfer(source, target, locks, bank):
    first, second = sorted([source, target])
    with locks[first]:
        if first == second:
            book(source, target, bank)
            return
        with locks[second]:
            book(source, target, bank)


def transfer_all(orders, locks, bank):
    crew = [Thread(target=transfer, args=(*order, locks, bank)) for order in orders]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
