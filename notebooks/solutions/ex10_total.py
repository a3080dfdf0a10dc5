"""Right, because the lock is held from reading the old number to writing the new one.

A Value locks each look and each change by itself. That is too little: += is both.
"""

from multiprocessing import Process, Value


def visit(total):
    """Count one visitor more in a shared number, a Value; runs in a child."""
    with total.get_lock():
        total.value += 1


if __name__ == "__main__":
    total = Value("i", 0)
    crew = [Process(target=visit, args=(total,)) for _ in range(5)]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
    print(total.value, "visitors")
