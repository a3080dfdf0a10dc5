import time
from multiprocessing import Pipe, Process


def collect(tasks, patience):
    end, crew, found = time.monotonic() + patience, {}, {}
    for name, (function, args) in tasks.items():
        receiver, sender = Pipe()
        process = Process(target=function, args=args + (sender,), name=name)
        crew[name] = process, receiver, sender
        process.start()
    while len(found) < len(tasks) and time.monotonic() < end:
        for name, (process, receiver, _) in crew.items():
            if name in found:
                continue
            alive = process.is_alive()
            if receiver.poll():
                found[name] = ("result", receiver.recv())
            elif not alive:
                found[name] = ("died", process.exitcode)
        time.sleep(0.01)
    for name, (process, *_) in crew.items():
        if name not in found:
            found[name] = ("late", None)
            process.terminate()
            process.join(timeout=0.2)
            process.kill()
        process.join(timeout=5)
    return found
