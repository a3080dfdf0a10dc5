# hint: still ran when collect returned
import time
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def collect(tasks, patience):
    end, crew, pipes, found = time.monotonic() + patience, {}, {}, {}
    senders = {}  # kept open here, so that poll() never meets the end of a pipe
    for name, (function, args) in tasks.items():
        pipes[name], senders[name] = Pipe(duplex=False)
        args = (*args, senders[name])
        crew[name] = Process(target=function, args=args, name=name)
        crew[name].start()
    while len(found) < len(tasks) and (left := end - time.monotonic()) > 0:
        missing = [name for name in tasks if name not in found]
        signs = [thing for name in missing for thing in (pipes[name], crew[name].sentinel)]
        ready = wait(signs, timeout=left)
        for name in missing:
            if pipes[name] in ready:
                found[name] = ("result", pipes[name].recv())
            elif crew[name].sentinel in ready and not pipes[name].poll():
                crew[name].join(timeout=5)
                found[name] = ("died", crew[name].exitcode)
    for name, process in crew.items():
        if found.setdefault(name, ("late", None)) == ("late", None):
            process.terminate()
        process.join(timeout=5)
    return {name: found[name] for name in tasks}
