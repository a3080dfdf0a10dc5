"""Right, because it only asks for the second lock, and pauses with empty hands, for a random time.

The finally gives the second lock back whatever happens in the errand; with does so for the first.
"""

import random


def do_with_both(first, second, errand, pause):
    """Call errand() while holding both locks; return the number of tries that it took.

    Others want the same two locks in the other order. So nobody waits for a lock with the other
    one in hand: whoever cannot have both gives back what he has, makes a pause of random length,
    pause(seconds), and tries again. An error in the errand comes through, and leaves both free.
    """
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
        pause(random.uniform(0.01, 0.1))


if __name__ == "__main__":
    import time
    from multiprocessing import Lock

    print("tries:", do_with_both(Lock(), Lock(), lambda: print("done"), time.sleep))
