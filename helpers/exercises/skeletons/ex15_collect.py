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
    raise NotImplementedError("your answer")
