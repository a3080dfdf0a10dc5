"""Have anna read a pipe to its end, while bert, who is younger, has nothing to do with it.

``python -m helpers.scripts.kept_end METHOD``
"""

import sys
import time
from multiprocessing import current_process, get_context

from helpers.spans import join_recording, note, span
from helpers.system.waiting import wait_for_word
from helpers.workers.waiting import receive


def read_to_the_end(receiver, sender, ready) -> None:
    """Read a pipe until it ends; first close the end that is not ours."""
    sender.close()
    try:
        with span("waiting"):
            ready.send("ready")
            while True:
                note(receive(receiver))
    except EOFError:
        note("the end")


def work_a_second(ready) -> None:
    """Work, and know nothing of any other pipe."""
    with span("working"):
        ready.send("ready")
        time.sleep(1)


def main(method: str) -> None:
    """Start both, send anna a loaf, and close the pipe."""
    context, crew = get_context(method), []
    receiver, sender = context.Pipe(duplex=False)
    for name, target, args in [
        ("anna", read_to_the_end, (receiver, sender)),
        ("bert", work_a_second, ()),
    ]:
        at_work, ready = context.Pipe(duplex=False)
        crew.append(context.Process(target=target, args=(*args, ready), name=name))
        crew[-1].start()
        wait_for_word(crew[-1], at_work)
    time.sleep(0.3)
    sender.send("a loaf")
    sender.close()
    for child in crew:
        child.join(timeout=60)


if __name__ == "__main__":
    join_recording()
    current_process().name = "program"
    main(sys.argv[1])
