# hint: it sent more than a pipe holds
import time
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def collect(tasks, patience):
    end, crew, pipes, found = time.monotonic() + patience, {}, {}, {}
    for name, (function, args) in tasks.items():
        pipes[name], sender = Pipe(duplex=False)
        crew[name] = Process(target=function, args=(*args, sender), name=name)
        crew[name].start()
    for name, process in crew.items():
        process.join(timeout=max(0, end - time.monotonic()))
        if process.exitcode is None:
            found[name] = ("late", None)
            process.kill()
            process.join(timeout=5)
        elif pipes[name].poll():
            found[name] = ("result", pipes[name].recv())
        else:
            found[name] = ("died", process.exitcode)
    return found
