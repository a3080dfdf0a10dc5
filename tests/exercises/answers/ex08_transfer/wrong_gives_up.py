# hint: Whoever gives a lock back has to try again
from multiprocessing import Lock, Process

from helpers.exercises.workers.lesson_08 import meet, pay


def transfer(source, target, locks, gate):
    with locks[source]:
        meet(gate)
        if locks[target].acquire(timeout=0.5 if source == "a" else 1.5):
            pay(source, target, locks)
            locks[target].release()


def transfer_both(gate):
    locks = {"a": Lock(), "b": Lock()}
    crew = [
        Process(target=transfer, args=("a", "b", locks, gate)),
        Process(target=transfer, args=("b", "a", locks, gate)),
    ]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
