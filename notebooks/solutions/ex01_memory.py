"""Right, because it does not trust a name: it has a worker append to a list, waits, and looks.

The same three lines work for both kinds; only the memory differs. The bound method items.append
can travel to a process, but it takes a copy of the list along.
"""

from multiprocessing import Process
from threading import Thread


def shares_memory(kind):
    """Say whether workers of a kind share our memory; find out by trying it.

    The kind is threading.Thread, multiprocessing.Process, or a class derived from one of them.
    """
    items = []
    worker = kind(target=items.append, args=(1,))
    worker.start()
    worker.join(timeout=60)
    return items == [1]


if __name__ == "__main__":
    print("thread:", shares_memory(Thread))
    print("process:", shares_memory(Process))
