"""Terminate a worker that has a child, and see what becomes of the child: an orphan."""

import time
from multiprocessing import current_process, get_context

from helpers.spans import join_recording, note, span
from helpers.system.waiting import wait_for_word
from helpers.workers.lives import have_a_child


def look_at(child: int, worker: int) -> str:
    """Say whether the child lives, and whether its parent is the worker."""
    import psutil  # here, since children import this module as well

    process = psutil.Process(child)
    lives = process.status() != psutil.STATUS_ZOMBIE
    ours = process.ppid() == worker
    return f"the child lives: {lives}; its parent is the worker: {ours}"


def main() -> None:
    """Look at a process before and after its parent is terminated."""
    spawn = get_context("spawn")  # a fork server would be everybody's parent
    receiver, sender = spawn.Pipe(duplex=False)
    worker = spawn.Process(target=have_a_child, args=(sender,), name="program's worker")
    with span("program"):
        worker.start()
        child = wait_for_word(worker, receiver)
        note(look_at(child, worker.pid))
        time.sleep(0.5)
        worker.terminate()
        worker.join(timeout=60)
        note(look_at(child, worker.pid))


if __name__ == "__main__":
    join_recording()
    current_process().name = "program"
    main()
