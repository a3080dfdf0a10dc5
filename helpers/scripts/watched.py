"""Start a worker that watches its parent, and a younger one; then be killed outright.

``python -m helpers.scripts.watched METHOD``
"""

import os
import signal
import sys
from multiprocessing import current_process, get_context

from helpers.spans import join_recording
from helpers.system.waiting import wait_for_word
from helpers.workers.lives import work_and_clean_up, work_for_parent


def main(method: str) -> None:
    """Have anna watch this process and bert work on for a while, and die in between."""
    context = get_context(method)
    for name, target, args in [
        ("anna", work_for_parent, ()),
        ("bert", work_and_clean_up, (1.5,)),
    ]:
        receiver, sender = context.Pipe(duplex=False)
        worker = context.Process(target=target, args=(*args, sender), name=name)
        worker.start()
        wait_for_word(worker, receiver)
    # Windows has no SIGKILL: there, SIGTERM ends a process just as abruptly.
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


if __name__ == "__main__":
    join_recording()
    current_process().name = "program"
    main(sys.argv[1])
