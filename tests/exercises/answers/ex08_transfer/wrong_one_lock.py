# hint: without holding the locks of both
from multiprocessing import Lock, Process

from helpers.exercises.workers.lesson_08 import meet, pay


def transfer(source, target, locks, gate):
    with locks[source]:
        meet(gate)
    with locks[target]:
        pay(source, target, locks)


def transfer_both(gate):
    locks = {"a": Lock(), "b": Lock()}
    crew = [
        Process(target=transfer, args=("a", "b", locks, gate)),
        Process(target=transfer, args=("b", "a", locks, gate)),
    ]
    for process in crew:
        process.start()
        process.join(timeout=60)
