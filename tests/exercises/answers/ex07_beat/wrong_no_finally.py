# hint: Put terminate() and join() into a finally
import time
from contextlib import contextmanager
from multiprocessing import Process


def keep_beating(beat, interval):
    while True:
        beat()
        time.sleep(interval)


@contextmanager
def heartbeat(beat, interval):
    heart = Process(target=keep_beating, args=(beat, interval), daemon=True)
    heart.start()
    yield
    heart.terminate()
    heart.join(timeout=60)
