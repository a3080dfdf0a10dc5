"""Right, because it waits for all sentinels together, then ends and joins all that are left."""

import time
from multiprocessing import Process
from multiprocessing.connection import wait


def race(target, names):
    """Run target(name) in a process for each name; return the name of the one that ends first.

    When it has ended, end all others. Nobody is left when this returns.
    """
    runners = {name: Process(target=target, args=(name,)) for name in names}
    for runner in runners.values():
        runner.start()
    ended = wait([runner.sentinel for runner in runners.values()], timeout=60)
    for runner in runners.values():
        runner.terminate()
        runner.join(timeout=60)
    return next(name for name, runner in runners.items() if runner.sentinel in ended)


if __name__ == "__main__":
    print(race(time.sleep, [3, 1, 2]), "was the first")
