"""What the processes of the exercises of lesson 05 run."""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import suppress
from multiprocessing import parent_process
from multiprocessing.process import BaseProcess
from threading import BrokenBarrierError, Timer

from helpers.exercises import ANSWER
from helpers.exercises.workers.gate import gate_here
from helpers.spans import note

TYPE_CHECKING = False  # children have no need of this import, which takes time
if TYPE_CHECKING:
    from multiprocessing.synchronize import Event

    from helpers.exercises.workers.gate import Gate

MOMENT = 0.3  # seconds; longer than anybody takes to look who waits, or sleeps who does not
STAY = 0.2  # seconds; longer than it takes to return from a function
LONG = 5  # seconds


def exit_when(leave: Event, code: int) -> None:
    """End with an exit code, when it is time to leave."""
    leave.wait(timeout=60)
    sys.exit(code)


def work_until(stop: Event, at_work: Event) -> None:
    """Say that the work has begun, work until asked to stop, and put everything away."""
    gate = gate_here()
    time.sleep(float(gate.heard("pause")) if gate else MOMENT / 3)
    note("asked too early" if stop.is_set() else "at work")
    at_work.set()
    if not stop.wait(timeout=LONG):
        note("not asked to stop")
        return
    time.sleep(MOMENT)
    note("all put away")


def run_race(gate: Gate, name: str) -> None:
    """Run a race: come to an end when the judge says so, or after a while.

    One of those who are terminated needs a moment for it.
    """
    if gate.has(f"{name} stays"):
        gate.say("stays", os.getpid())
        with suppress(ValueError):  # a thread, which should be a process
            signal.signal(signal.SIGTERM, _end_slowly)
    note(name)
    gate.say(f"{name} runs", os.getpid())
    try:
        gate.wait(timeout=LONG)
    except BrokenBarrierError:
        note(f"alone {name}")
        return
    gate.wait_for(f"{name} ends", "others end", seconds=LONG - 2)
    note(f"over {name}")


def _end_slowly(*_: object) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    time.sleep(STAY)
    os.kill(os.getpid(), signal.SIGTERM)


def judge_race() -> None:
    """Make sure, in the process of an answer, that what happens by luck happens each time.

    To join somebody with a time-out takes until the second has ended, too; those who join whom
    they have told to end do not notice. Who is told to end has done so at once, but for one, who
    takes his time, even if he is killed.
    """
    join, kill, terminate = BaseProcess.join, BaseProcess.kill, BaseProcess.terminate

    def join_late(self: BaseProcess, timeout: float | None = None) -> None:
        join(self, timeout)
        gate = gate_here()
        if gate and timeout and timeout > MOMENT / 3:
            end = time.monotonic() + LONG
            while self.is_alive() and not gate.has("second is over") and time.monotonic() < end:
                join(self, MOMENT / 3)

    def kill_late(self: BaseProcess) -> None:
        if _stays(self):
            later = Timer(STAY, kill, args=(self,))
            later.daemon = True
            later.start()
        else:
            kill(self)
            _wait_for_end(self)

    def terminate_now(self: BaseProcess) -> None:
        terminate(self)
        if not _stays(self):
            _wait_for_end(self)

    BaseProcess.join, BaseProcess.kill, BaseProcess.terminate = join_late, kill_late, terminate_now


def _wait_for_end(process: BaseProcess) -> None:
    """Wait for the end of a process, and leave it to others to find that out."""
    from multiprocessing.connection import wait  # here: children have no need of it

    wait([process._popen.sentinel], timeout=LONG)
    time.sleep(MOMENT / 10)  # its end is a little later


def _stays(process: BaseProcess) -> bool:
    gate = gate_here()
    return bool(gate and gate.has("stays") and gate.heard("stays") == str(process.pid))


if os.environ.get(ANSWER) == "ex05_race" and not parent_process():
    judge_race()
