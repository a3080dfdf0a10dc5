import random
from multiprocessing import Lock, Process

from helpers.exercises.workers import meet, pay


def transfer(source, target, locks, gate):
    while True:
        with locks[source]:
            meet(gate)
            if locks[target].acquire(timeout=random.uniform(0.01, 0.2)):
                try:
                    pay(source, target, locks)
                    return
                finally:
                    locks[target].release()


def transfer_both(gate):
    locks = {"a": Lock(), "b": Lock()}
    crew = [
        Process(target=transfer, args=(*pair, locks, gate)) for pair in [("a", "b"), ("b", "a")]
    ]
    for process in crew:
        process.start()
    for process in crew:
        process.join()
