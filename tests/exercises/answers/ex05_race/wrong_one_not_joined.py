# hint: still ran when race returned
from multiprocessing import Process
from multiprocessing.connection import wait


def race(target, names):
    runners = {name: Process(target=target, args=(name,)) for name in names}
    for runner in runners.values():
        runner.start()
    ended = wait([runner.sentinel for runner in runners.values()], timeout=60)
    for runner in runners.values():
        runner.terminate()
    for runner in [*runners.values()][1:]:
        runner.join(timeout=60)
    return next(name for name, runner in runners.items() if runner.sentinel in ended)
