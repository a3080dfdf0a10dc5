# hint: were there at once
from multiprocessing import Lock, Process

from helpers.exercises.workers.lesson_08 import meet, pay


def transfer(source, target, locks, gate):
    """Pay from one account to another, holding the locks of both; runs in a child."""
    first, second = sorted([source, target])
    with locks[first]:
        meet(gate)
        with locks[second]:
            pay(source, target, locks)


def transfer_both(gate):
    """Pay from a to b and, at the same time, from b to a."""
    locks = {"a": Lock(), "b": Lock()}
    crew = [
        Process(target=transfer, args=("a", "b", locks, gate)),
        Process(target=transfer, args=("b", "a", locks, gate)),
    ]
    for process in crew:
        process.start()
        process.join(timeout=60)
