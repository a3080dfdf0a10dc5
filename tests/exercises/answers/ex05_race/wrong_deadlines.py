# hint: does not tell who was first
from multiprocessing import Process


def race(target, names):
    runners = [Process(target=target, args=(name,), name=name) for name in names]
    for runner in runners:
        runner.start()
    for runner in runners:
        runner.join(timeout=0.3)
    first = next((runner.name for runner in runners if not runner.is_alive()), None)
    for runner in runners:
        runner.terminate()
        runner.join(timeout=60)
    return first
