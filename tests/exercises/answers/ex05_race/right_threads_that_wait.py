import queue
import threading
from multiprocessing import get_context


def race(target, names):
    over = queue.Queue()
    context = get_context()
    runners = {name: context.Process(target=target, args=[name]) for name in names}

    def wait(name):
        runners[name].join()
        over.put(name)

    for runner in runners.values():
        runner.start()
    waiters = [threading.Thread(target=wait, args=(name,)) for name in names]
    for waiter in waiters:
        waiter.start()
    first = over.get(timeout=60)
    for name in names:
        if name != first:
            runners[name].terminate()
    for waiter in waiters:
        waiter.join()
    return first
