# hint: Sleep for the interval that you are handed
import time
from contextlib import contextmanager
from multiprocessing import Process


def keep_beating(beat, interval):
    while True:
        beat()
        time.sleep(0.1)


@contextmanager
def heartbeat(beat, interval):
    heart = Process(target=keep_beating, args=(beat, interval), daemon=True)
    heart.start()
    try:
        yield
    finally:
        heart.terminate()
        heart.join()
