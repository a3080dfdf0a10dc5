import time
from multiprocessing import Pipe, Process
from threading import Thread


def look_after(process, pipe, end, found):
    while time.monotonic() < end:
        if pipe.poll(0.02):
            found[process.name] = ("result", pipe.recv())
            break
        if not process.is_alive():
            if pipe.poll():
                continue
            found[process.name] = ("died", process.exitcode)
            break
    else:
        found[process.name] = ("late", None)
        process.kill()
    process.join(timeout=5)


def collect(tasks, patience):
    end, found, crew = time.monotonic() + patience, {}, []
    for name, (function, args) in tasks.items():
        receiver, sender = Pipe(duplex=False)
        process = Process(target=function, args=(*args, sender), name=name)
        crew.append((process, receiver, sender))
    for process, *_ in crew:
        process.start()
    threads = [Thread(target=look_after, args=(*each[:2], end, found)) for each in crew]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return found
