import random
import time
from multiprocessing import Process

from helpers.exercises.workers.lesson_12 import book


def transfer(source, target, locks, bank):
    done = False
    while not done:
        with locks[source]:
            if source == target:
                book(source, target, bank)
                done = True
            elif locks[target].acquire(block=False):
                book(source, target, bank)
                locks[target].release()
                done = True
        time.sleep(random.uniform(0, 0.05))


def transfer_all(orders, locks, bank):
    crew = [Process(target=transfer, args=(*order, locks, bank)) for order in orders]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
