# hint: do it while you hold total.get_lock()
from multiprocessing import Lock

lock = Lock()


def visit(total):
    with lock:
        total.value += 1
