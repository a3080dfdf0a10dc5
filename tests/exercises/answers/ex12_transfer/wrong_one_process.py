# hint: in processes of their own
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


def work(orders, locks, bank):
    for order in orders:
        transfer(*order, locks, bank)


def transfer_all(orders, locks, bank):
    process = Process(target=work, args=(orders, locks, bank))
    process.start()
    process.join(timeout=60)
