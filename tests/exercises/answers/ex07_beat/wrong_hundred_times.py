# hint: for ever
import time
from contextlib import contextmanager
from multiprocessing import Process


def keep_beating(beat, interval):
    for _ in range(100):
        beat()
        time.sleep(interval)


@contextmanager
def heartbeat(beat, interval):
    heart = Process(target=keep_beating, args=(beat, interval), daemon=True)
    heart.start()
    try:
        yield
    finally:
        heart.terminate()
        heart.join()
