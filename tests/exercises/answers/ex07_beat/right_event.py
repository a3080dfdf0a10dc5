from contextlib import contextmanager
from multiprocessing import Event, Process


def keep_beating(beat, interval, stop):
    while not stop.wait(interval):
        beat()


@contextmanager
def heartbeat(beat, interval):
    stop = Event()
    heart = Process(target=keep_beating, args=(beat, interval, stop))
    heart.daemon = True
    heart.start()
    try:
        yield heart
    finally:
        stop.set()
        heart.join(timeout=10)
        heart.close()
