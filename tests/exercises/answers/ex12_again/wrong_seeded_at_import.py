# hint: two processes made the same pauses
import random

random.seed(7)


def do_with_both(first, second, errand, pause):
    tries = 0
    while True:
        tries += 1
        with first:
            if second.acquire(block=False):
                try:
                    errand()
                    return tries
                finally:
                    second.release()
        pause(random.uniform(0, 0.1))
