# hint: transfer_all has changed what it was handed
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
    crew = []
    while orders:
        crew.append(Process(target=transfer, args=(*orders.pop(), locks, bank)))
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
