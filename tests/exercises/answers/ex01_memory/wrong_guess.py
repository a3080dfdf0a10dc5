# hint: Do not tell by the name
from threading import Thread


def shares_memory(kind):
    return issubclass(kind, Thread)
