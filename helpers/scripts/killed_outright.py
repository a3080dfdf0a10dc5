"""Start a daemon, and be killed outright, as a kernel that runs out of memory is."""

import os
import signal
from multiprocessing import Pipe, Process, current_process

from helpers.spans import join_recording, note
from helpers.system.waiting import wait_for_word
from helpers.workers.heartbeats import outlive_program

if __name__ == "__main__":
    join_recording()
    current_process().name = "program"
    receiver, sender = Pipe(duplex=False)
    worker = Process(target=outlive_program, args=(sender,), name="worker", daemon=True)
    worker.start()
    wait_for_word(worker, receiver)
    note("killed")
    # Windows has no SIGKILL: there, SIGTERM ends a process just as abruptly.
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
