# hint: one task was run after another
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def collect(tasks, patience):
    found = {}
    for name, (function, args) in tasks.items():
        receiver, sender = Pipe(duplex=False)
        process = Process(target=function, args=(*args, sender), name=name)
        process.start()
        ready = wait([receiver, process.sentinel], timeout=patience / 2)
        if receiver in ready:
            found[name] = ("result", receiver.recv())
        elif ready:
            process.join(timeout=5)
            found[name] = ("died", process.exitcode)
        else:
            found[name] = ("late", None)
            process.kill()
        process.join(timeout=5)
    return found
