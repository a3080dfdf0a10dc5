import time
from contextlib import ExitStack, contextmanager
from multiprocessing import get_context


def keep_beating(beat, interval):
    due = time.monotonic()
    while True:
        beat()
        due += interval
        time.sleep(max(0, due - time.monotonic()))


@contextmanager
def heartbeat(beat, interval):
    heart = get_context("spawn").Process(target=keep_beating, args=(beat, interval), daemon=True)
    heart.start()
    with ExitStack() as stack:
        stack.callback(heart.join)
        stack.callback(heart.kill)
        yield
