# hint: Let all take their locks in the same order
from multiprocessing import Lock, Process

from helpers.exercises.workers.lesson_08 import meet, pay


def transfer(source, target, locks, gate):
    locks[source].acquire()
    meet(gate)
    locks[target].acquire()
    pay(source, target, locks)
    locks[target].release()
    locks[source].release()


def transfer_both(gate):
    locks = {"a": Lock(), "b": Lock()}
    crew = [
        Process(target=transfer, args=("a", "b", locks, gate)),
        Process(target=transfer, args=("b", "a", locks, gate)),
    ]
    for process in crew:
        process.start()
    for process in crew:
        process.join()
