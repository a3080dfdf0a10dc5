import time
from contextlib import contextmanager
from multiprocessing import Process


def keep_beating(beat, interval):
    """Call beat() at every interval, in seconds, for ever; runs in a daemon."""
    raise NotImplementedError("your answer")


@contextmanager
def heartbeat(beat, interval):
    """Have a daemon call beat() at every interval while the with block runs; then end it."""
    raise NotImplementedError("your answer")
