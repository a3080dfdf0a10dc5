# hint: beat() was called in your own process
from contextlib import contextmanager
from threading import Event, Thread


def keep_beating(beat, interval, stop):
    while not stop.wait(interval):
        beat()


@contextmanager
def heartbeat(beat, interval):
    stop = Event()
    heart = Thread(target=keep_beating, args=(beat, interval, stop), daemon=True)
    heart.start()
    try:
        yield
    finally:
        stop.set()
        heart.join()
