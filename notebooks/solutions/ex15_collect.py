"""Right, because it waits for all pipes and all sentinels at once, until one moment for all.

A pipe is looked at before the sentinel: who has sent and ended has a result.
"""

import time
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def collect(tasks, patience):
    """Run each task in a process of its own, all at once; return what became of each.

    tasks: {name: (function, args)}; a process calls function(*args, sender), and sends its
    result, once, through sender, the end of a pipe of its own. The process has the task's name.
    Return a dictionary of the same names, with ("result", what it sent), ("died", its exit code)
    if it ended without sending, or ("late", None) if it has done neither when patience, in
    seconds, has run out for all. Return as soon as all is known, and leave nobody behind, not
    even one that ignores SIGTERM.
    """
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
            process.kill()
        process.join(timeout=5)
    return {name: found[name] for name in tasks}


if __name__ == "__main__":
    from helpers.exercises.workers.lesson_15 import end_with, keep_silent, send

    work = {"ada": (send, ("hello", 0)), "bo": (end_with, (3,)), "cy": (keep_silent, ())}
    print(collect(work, 1.0))
