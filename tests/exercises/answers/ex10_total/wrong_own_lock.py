# hint: others come in between
from multiprocessing import Lock

lock = Lock()


def visit(total):
    with Lock():
        total.value += 1
