# hint: All others still ran
from multiprocessing import Process
from multiprocessing.connection import wait


def race(target, names):
    runners = [Process(target=target, args=(name,), name=name) for name in names]
    for runner in runners:
        runner.start()
    wait([runner.sentinel for runner in runners], timeout=60)
    for runner in runners:
        runner.terminate()
    first = next(runner.name for runner in runners if not runner.is_alive())
    for runner in runners:
        runner.join(timeout=60)
    return first
