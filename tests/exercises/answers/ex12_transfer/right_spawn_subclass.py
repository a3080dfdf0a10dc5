from multiprocessing import get_context

from helpers.exercises.workers.lesson_12 import book

spawn = get_context("spawn")


class Order(spawn.Process):
    def __init__(self, order, locks, bank):
        super().__init__(name=" to ".join(order), daemon=True)
        self.order, self.locks, self.bank = order, locks, bank

    def run(self):
        transfer(*self.order, self.locks, self.bank)


def transfer(source, target, locks, bank):
    names = [source] if source == target else [min(source, target), max(source, target)]
    for name in names:
        locks[name].acquire()
    try:
        book(source, target, bank)
    finally:
        for name in reversed(names):
            locks[name].release()


def transfer_all(orders, locks, bank):
    crew = [Order(order, locks, bank) for order in orders]
    for each in crew:
        each.start()
    for each in crew:
        each.join()
