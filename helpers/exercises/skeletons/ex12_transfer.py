from multiprocessing import Process

from helpers.exercises.workers.lesson_12 import book


def transfer(source, target, locks, bank):
    """Call book(source, target, bank) while holding the locks of both accounts; runs in a child.

    locks: {account: its lock}. An account may pay to itself, too.
    """
    raise NotImplementedError("your answer")


def transfer_all(orders, locks, bank):
    """Carry out all orders, (source, target), at the same time, each in a process of its own.

    No order waits for another one, unless they have an account in common. Return when all is done.
    """
    raise NotImplementedError("your answer")
