"""Start a daemon that cleans up when it is told to end, and come to the end of the program."""

from multiprocessing import Pipe, Process, current_process

from helpers.spans import join_recording, span
from helpers.system.waiting import wait_for_word
from helpers.workers.heartbeats import work_until_told

if __name__ == "__main__":
    join_recording()
    current_process().name = "program"
    receiver, sender = Pipe(duplex=False)
    worker = Process(target=work_until_told, args=(sender,), name="worker", daemon=True)
    with span("program"):
        worker.start()
        wait_for_word(worker, receiver)
