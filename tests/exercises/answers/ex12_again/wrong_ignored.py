# hint: released too many times
import random


def do_with_both(first, second, errand, pause):
    tries = 0
    while True:
        tries += 1
        first.acquire(block=False)
        if second.acquire(block=False):
            try:
                errand()
                return tries
            finally:
                second.release()
                first.release()
        first.release()
        pause(random.uniform(0, 0.1))
