"""Right, because a finally ends the daemon also when the block ends with an error.

If the whole program dies, the daemon ends with it: that is what daemons are for. In a notebook, and
in a long program, you end it yourself, and join it.
"""

import time
from contextlib import contextmanager
from multiprocessing import Process


def keep_beating(beat, interval):
    """Call beat() at every interval, in seconds, for ever; runs in a daemon."""
    while True:
        beat()
        time.sleep(interval)


@contextmanager
def heartbeat(beat, interval):
    """Have a daemon call beat() at every interval while the with block runs; then end it."""
    heart = Process(target=keep_beating, args=(beat, interval), daemon=True)
    heart.start()
    try:
        yield
    finally:
        heart.terminate()
        heart.join(timeout=60)


if __name__ == "__main__":
    with heartbeat(print, 0.2):
        time.sleep(1)
    print("the heart has stopped")
