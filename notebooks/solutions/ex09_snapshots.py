"""Right, because a copy is put, which nobody changes any more.

put() only leaves its object to a thread of the queue, which pickles it some time later, as it is
then. What is put must not be changed afterwards.
"""

from multiprocessing import Process, Queue


def count_up(steps, queue):
    """Put a list after each step: [0], then [0, 1], then [0, 1, 2] and so on; at last None.

    Runs in a child; the list may be long, and the queue may be busy.
    """
    numbers = []
    for number in range(steps):
        numbers.append(number)
        queue.put(numbers.copy())
    queue.put(None)


if __name__ == "__main__":
    queue = Queue()
    child = Process(target=count_up, args=(3, queue))
    child.start()
    for snapshot in iter(lambda: queue.get(timeout=60), None):
        print(snapshot)
    child.join(timeout=60)
