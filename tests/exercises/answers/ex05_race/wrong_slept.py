# hint: when nobody had ended yet
import time
from multiprocessing import Process


def race(target, names):
    runners = [Process(target=target, args=(name,), name=name) for name in names]
    for runner in runners:
        runner.start()
    time.sleep(1)
    first = next(runner.name for runner in runners if not runner.is_alive())
    for runner in runners:
        runner.terminate()
        runner.join(timeout=60)
    return first
