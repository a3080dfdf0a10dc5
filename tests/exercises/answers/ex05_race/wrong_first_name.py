# hint: tells which of the sentinels is ready
from multiprocessing import Process
from multiprocessing.connection import wait


def race(target, names):
    runners = [Process(target=target, args=(name,), name=name) for name in names]
    for runner in runners:
        runner.start()
    wait([runner.sentinel for runner in runners], timeout=60)
    for runner in runners:
        runner.terminate()
        runner.join(timeout=60)
    return runners[0].name
