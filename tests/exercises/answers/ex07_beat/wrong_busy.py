# hint: Sleep for the interval that you are handed
from contextlib import contextmanager
from multiprocessing import Process


def keep_beating(beat, interval):
    while True:
        beat()


@contextmanager
def heartbeat(beat, interval):
    heart = Process(target=keep_beating, args=(beat, interval), daemon=True)
    heart.start()
    try:
        yield
    finally:
        heart.terminate()
        heart.join()
