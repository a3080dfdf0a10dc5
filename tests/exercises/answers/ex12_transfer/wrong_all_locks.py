# hint: one lock for everything is too much
from contextlib import ExitStack
from multiprocessing import Process

from helpers.exercises.workers.lesson_12 import book


def transfer(source, target, locks, bank):
    with ExitStack() as held:
        for account in sorted(locks):
            held.enter_context(locks[account])
        book(source, target, bank)


def transfer_all(orders, locks, bank):
    crew = [Process(target=transfer, args=(*order, locks, bank)) for order in orders]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
