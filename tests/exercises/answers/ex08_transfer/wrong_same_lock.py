# hint: both accounts have one and the same lock
from multiprocessing import Process, RLock

from helpers.exercises.workers.lesson_08 import meet, pay


def transfer(source, target, locks, gate):
    with locks[source]:
        meet(gate)
        with locks[target]:
            pay(source, target, locks)


def transfer_both(gate):
    lock = RLock()
    locks = {"a": lock, "b": lock}
    crew = [
        Process(target=transfer, args=("a", "b", locks, gate)),
        Process(target=transfer, args=("b", "a", locks, gate)),
    ]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
