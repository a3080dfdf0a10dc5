import random


def do_with_both(first, second, errand, pause):
    for tries in range(1, 1000):
        first.acquire()
        got_it = second.acquire(False)
        try:
            if got_it:
                errand()
                return tries
        finally:
            if got_it:
                second.release()
            first.release()
        pause(random.choice([0.01, 0.02, 0.03, 0.05, 0.08]))
