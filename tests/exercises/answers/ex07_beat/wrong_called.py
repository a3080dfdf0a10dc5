# hint: Hand the function over
import time
from contextlib import contextmanager
from multiprocessing import Process


def keep_beating(beat, interval):
    while True:
        beat()
        time.sleep(interval)


@contextmanager
def heartbeat(beat, interval):
    heart = Process(target=keep_beating(beat, interval), daemon=True)
    heart.start()
    try:
        yield
    finally:
        heart.terminate()
        heart.join()
