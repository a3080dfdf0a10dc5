"""Right, because all take their locks in the order of the names, so that no circle can close.

A set of the two names has one only if they are the same. Orders with no account in common share no
lock, and do not wait for each other.
"""

from contextlib import ExitStack
from multiprocessing import Process

from helpers.exercises.workers.lesson_12 import book


def transfer(source, target, locks, bank):
    """Call book(source, target, bank) while holding the locks of both accounts; runs in a child.

    locks: {account: its lock}. An account may pay to itself, too.
    """
    with ExitStack() as held:
        for account in sorted({source, target}):
            held.enter_context(locks[account])
        book(source, target, bank)


def transfer_all(orders, locks, bank):
    """Carry out all orders, (source, target), at the same time, each in a process of its own.

    No order waits for another one, unless they have an account in common. Return when all is done.
    """
    crew = [
        Process(target=transfer, args=(source, target, locks, bank)) for source, target in orders
    ]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)


if __name__ == "__main__":
    from helpers.exercises.experiments.lesson_12 import open_bank
    from helpers.recording import record

    with record() as timeline:
        open_bank(transfer_all, [("a", "b"), ("b", "c"), ("c", "a"), ("d", "e")])
    for note in timeline.notes:
        print(note.text)
