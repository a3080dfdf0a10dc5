"""Have a lock and a generator at the top; three children tell what they find there.

``python helpers/scripts/inherited.py METHOD [MODULE …]``
"""

import os
import random
import sys
from multiprocessing import Lock, get_context, parent_process

maker = os.getpid()  # of the process that runs these lines
lock = Lock()
generator = random.Random()


def tell(answers, gate) -> None:
    """Say what this child has found; keep the lock, if it got it, until all have."""
    who = {os.getpid(): "each child", parent_process().pid: "the program"}
    runner, number = who.get(maker, "the fork server"), generator.random()
    answers.put((runner, number, lock.acquire(timeout=0.2), "numpy" in sys.modules))
    gate.wait(timeout=60)


def main(method: str, *modules: str) -> None:
    """Start the children while this process holds the lock, and count what they say."""
    context = get_context(method)
    if modules:
        context.set_forkserver_preload([*modules])
    answers, gate = context.Queue(), context.Barrier(3)
    with lock:
        crew = [context.Process(target=tell, args=(answers, gate)) for _ in range(3)]
        for child in crew:
            child.start()
        said = [answers.get(timeout=60) for _ in crew]
        for child in crew:
            child.join(timeout=60)
    runners, numbers, locks, preloaded = zip(*said, strict=True)
    print("run by", *{*runners}, end="; ")
    print(f"numbers: {len({*numbers})}; locks: {sum(locks)}; NumPy: {sum(preloaded)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
