import random


def take_both(locks):
    taken = []
    for lock in locks:
        if not lock.acquire(False):
            break
        taken.append(lock)
    else:
        return True
    for lock in taken:
        lock.release()
    return False


def do_with_both(first, second, errand, pause):
    tries = 1
    while not take_both([first, second]):
        pause(random.expovariate(20))
        tries += 1
    try:
        errand()
    finally:
        second.release()
        first.release()
    return tries
