import time
from multiprocessing import Process


def race(target, names):
    runners = [Process(target=target, args=(name,), name=name) for name in names]
    for runner in runners:
        runner.start()
    while all(runner.is_alive() for runner in runners):
        time.sleep(0.01)
    first = next(runner.name for runner in runners if not runner.is_alive())
    for runner in runners:
        runner.kill()
    for runner in runners:
        runner.join()
    return first
