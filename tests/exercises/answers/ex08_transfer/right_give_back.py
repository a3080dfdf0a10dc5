import random
import time
from multiprocessing import Lock, Process

from helpers.exercises.workers.lesson_08 import meet, pay


def transfer(source, target, locks, gate):
    while not try_it(source, target, locks, gate):
        time.sleep(random.uniform(0.05, 0.2))  # or it would take its lock again before the other


def try_it(source, target, locks, gate):
    with locks[source]:
        meet(gate)
        if not locks[target].acquire(timeout=random.uniform(0.05, 0.2)):
            return False
        try:
            pay(source, target, locks)
        finally:
            locks[target].release()
        return True


def transfer_both(gate):
    locks = {"a": Lock(), "b": Lock()}
    crew = [
        Process(target=transfer, args=(*pair, locks, gate)) for pair in [("a", "b"), ("b", "a")]
    ]
    for process in crew:
        process.start()
    for process in crew:
        process.join()
