"""Right, because who wakes up looks again: somebody else may have been quicker.

changed.wait_for(lambda: plates.value > 0, timeout=60) is the same loop, already written.
"""

from multiprocessing import Condition, Process, RawValue


def take(plates, changed):
    """Take a plate as soon as there is one; runs in a child.

    plates.value is how many there are; changed is the condition of all who bring and take plates.
    """
    with changed:
        while plates.value == 0:
            changed.wait(timeout=60)
        plates.value -= 1


if __name__ == "__main__":
    plates, changed = RawValue("i", 0), Condition()
    guests = [Process(target=take, args=(plates, changed)) for _ in range(2)]
    for guest in guests:
        guest.start()
    for _ in guests:
        with changed:
            plates.value += 1
            changed.notify_all()
    for guest in guests:
        guest.join(timeout=60)
    print("plates left:", plates.value)
