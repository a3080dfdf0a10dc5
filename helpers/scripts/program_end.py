"""Start a worker, as a daemon or not, join it or not, and come to the end of the program.

``python -m helpers.scripts.program_end [daemon] [join] [heart]``
"""

import sys
import time
from multiprocessing import Pipe, Process, current_process

from helpers.spans import join_recording, span
from helpers.system.waiting import wait_for_word
from helpers.workers.heartbeats import beat, work_a_second


def main(options: list[str]) -> None:
    """Do all that the program does; when this returns, its last line has been run."""
    receiver, sender = Pipe(duplex=False)
    daemon = "daemon" in options
    worker = Process(target=work_a_second, args=(sender,), name="worker", daemon=daemon)
    with span("program"):
        if "heart" in options:
            Process(target=beat, name="heart", daemon=True).start()
        worker.start()
        wait_for_word(worker, receiver)
        time.sleep(0.4)  # what the program itself has to do
        if "join" in options:
            worker.join(timeout=30)


if __name__ == "__main__":
    join_recording()
    current_process().name = "program"
    main(sys.argv[1:])
