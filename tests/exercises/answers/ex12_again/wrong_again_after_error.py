# hint: was swallowed
import random


def do_with_both(first, second, errand, pause):
    tries = 0
    while True:
        tries += 1
        with first:
            if second.acquire(block=False):
                try:
                    errand()
                    return tries
                except Exception as error:
                    print(error)
                finally:
                    second.release()
        pause(random.uniform(0, 0.1))
