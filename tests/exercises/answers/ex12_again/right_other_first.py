from contextlib import ExitStack
from random import random


def do_with_both(first, second, errand, pause):
    tries, pair = 1, (second, first)
    while True:
        with ExitStack() as held:
            held.enter_context(pair[0])
            if pair[1].acquire(True, 0.05):
                held.callback(pair[1].release)
                errand()
                return tries
        tries, pair = tries + 1, pair[::-1]
        pause(random() / 10)
