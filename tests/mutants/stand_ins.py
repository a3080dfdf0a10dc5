"""What mutants use in place of a process: it does the work in another way than it should."""

import os
import sys
import time
from multiprocessing import Process
from threading import Thread

from helpers.exercises import ANSWER


class Here:
    """The parent does the work itself, when it should start a process."""

    pid, exitcode = None, None

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        self.target, self.args, self.kwargs = target, args, kwargs or {}
        self.name, self.daemon = name, daemon

    def run(self):
        self.target(*self.args, **self.kwargs)

    def start(self):
        self.pid, self.exitcode = os.getpid(), 0
        try:
            self.run()
        except SystemExit as end:
            self.exitcode = end.code

    def join(self, timeout=None):
        pass

    terminate = kill = close = join

    def is_alive(self):
        return False


class InThread(Thread):
    """A thread does the work."""

    pid, exitcode = os.getpid(), 0


class InTurn(Process):
    """Each is waited for before the next is started."""

    def start(self):
        super().start()
        self.join(timeout=60)


class OneForAll(Here):
    """One process does the work of all, when the first is waited for."""

    due, real = [], None

    def start(self):
        self.due.append(self)

    def shared(self):
        if self.due:
            OneForAll.real = Process(target=run_all, args=(self.due.copy(),))
            self.due.clear()
            OneForAll.real.start()
        return OneForAll.real

    pid = property(lambda self: self.shared().pid)
    exitcode = property(lambda self: self.shared().exitcode)
    sentinel = property(lambda self: self.shared().sentinel)

    def join(self, timeout=None):
        self.shared().join(timeout)

    def terminate(self):
        self.shared().terminate()

    kill = terminate

    def is_alive(self):
        return self.shared().is_alive()


def run_all(crew):
    """Do the work of all of them, one after another."""
    for each in crew:
        each.run()


# A judge cuts short what the learner's own file sleeps, and this shall stand there.
_code = compile("lambda seconds: time.sleep(seconds)", f"{os.environ.get(ANSWER)}.py", "eval")
_sleep = eval(_code, {"time": time})


class CutOff(Process):
    """Who is not ready after a moment is terminated, and not waited for."""

    def join(self, timeout=None):
        _sleep(1.5)
        self.terminate()
        super().join(timeout)


class Raises(Process):
    """The child does its work, and then ends with an error."""

    def run(self):
        super().run()
        raise RuntimeError("mutant")


class Exits(Process):
    """The child does its work, and then has an exit code that says it failed."""

    def run(self):
        super().run()
        sys.exit(1)
