# hint: two processes made the same pauses
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
        pause(0.01 * 2**tries)
