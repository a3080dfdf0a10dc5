# hint: it had not ended after
from multiprocessing import Process


def race(target, names):
    runners = [Process(target=target, args=(name,), name=name) for name in names]
    for runner in runners:
        runner.start()
    for runner in runners:
        runner.join()
        if runner.exitcode == 0:
            return runner.name
