# hint: patience was
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def collect(tasks, patience):
    crew, pipes, found, senders = {}, {}, {}, {}
    for name, (function, args) in tasks.items():
        pipes[name], senders[name] = Pipe(duplex=False)
        crew[name] = Process(target=function, args=(*args, senders[name]), name=name)
        crew[name].start()
    for name, process in crew.items():
        ready = wait([pipes[name], process.sentinel], timeout=patience)
        if pipes[name] in ready:
            found[name] = ("result", pipes[name].recv())
        elif ready:
            process.join(timeout=5)
            found[name] = ("died", process.exitcode)
        else:
            found[name] = ("late", None)
            process.kill()
        process.join(timeout=5)
    return found
