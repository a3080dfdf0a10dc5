# hint: after an errand with an error
import random


def do_with_both(first, second, errand, pause):
    tries = 0
    while True:
        tries += 1
        with first:
            if second.acquire(block=False):
                errand()
                second.release()
                return tries
        pause(random.uniform(0, 0.1))
