# hint: To wait for one after the other
from multiprocessing import Process


def race(target, names):
    runners = {name: Process(target=target, args=(name,)) for name in names}
    for runner in runners.values():
        runner.start()
    first = None
    while first is None:
        for name, runner in runners.items():
            runner.join(timeout=0.2)
            if runner.exitcode is not None:
                first = name
                break
    for runner in runners.values():
        runner.terminate()
        runner.join(timeout=60)
    return first
