# hint: KeyError in the block was swallowed
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
    try:
        yield
    except KeyError:
        pass
    finally:
        heart.terminate()
        heart.join()
