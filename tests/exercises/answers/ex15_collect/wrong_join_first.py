# hint: it sent more than a pipe holds
import time
from multiprocessing import Pipe, Process


def collect(tasks, patience):
    end, crew, pipes, found = time.monotonic() + patience, {}, {}, {}
    senders = {}  # kept open here, so that poll() never meets the end of a pipe
    for name, (function, args) in tasks.items():
        pipes[name], senders[name] = Pipe(duplex=False)
        crew[name] = Process(target=function, args=(*args, senders[name]), name=name)
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
