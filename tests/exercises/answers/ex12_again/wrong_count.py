# hint: and then one was not
import random


def do_with_both(first, second, errand, pause):
    tries = 0
    while True:
        tries += 1
        with first:
            if second.acquire(block=False):
                try:
                    errand()
                    return tries - 1
                finally:
                    second.release()
        pause(random.uniform(0, 0.1))
