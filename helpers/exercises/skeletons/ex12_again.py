# Find what is wrong: all are busy trying, nobody gets on, and an error makes it worse.
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
                errand()
                second.release()
                return tries
            pause(0.1)
