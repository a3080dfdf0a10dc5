# hint: Start all before you wait for anybody
import time
from multiprocessing import Process


def race(target, names):
    took = {}
    for name in names:
        began = time.monotonic()
        runner = Process(target=target, args=(name,))
        runner.start()
        runner.join(timeout=60)
        took[name] = time.monotonic() - began
    return min(took, key=took.get)
