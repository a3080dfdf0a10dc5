# hint: it was run 0 times
import random


def do_with_both(first, second, errand, pause):
    for tries in range(1, 11):
        with first:
            if second.acquire(block=False):
                try:
                    errand()
                    return tries
                finally:
                    second.release()
        pause(random.uniform(0, 0.1))
