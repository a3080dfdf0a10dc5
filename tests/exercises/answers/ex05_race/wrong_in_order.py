# hint: To wait for one after the other
from multiprocessing import Process


def race(target, names):
    runners = [Process(target=target, args=(name,), name=name) for name in names]
    for runner in runners:
        runner.start()
    for runner in runners:
        runner.join()
        if runner.exitcode == 0:
            break
    for other in runners:
        other.kill()
        other.join()
    return runner.name
