# hint: Start all before you wait for any
from multiprocessing import Process

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
    for order in orders:
        process = Process(target=transfer, args=(*order, locks, bank))
        process.start()
        process.join(timeout=60)
