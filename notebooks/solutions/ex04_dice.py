"""Right, because each child makes its generator itself, from a seed that it was handed.

Seed and name together are different for each child, and the same in each run. A string is a good
seed; hash() of a string would not be, since it differs from process to process.
"""

import random
from multiprocessing import Process

from helpers.spans import note


def throw(seed):
    """Throw twenty dice, and note them; runs in a child."""
    dice = random.Random(seed)
    note(str([dice.randint(1, 6) for _ in range(20)]))


def throw_all(names, seed):
    """Have a process for each name throw dice; the same seed gives each the same dice again."""
    crew = [Process(target=throw, args=(f"{seed} {name}",), name=name) for name in names]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)


if __name__ == "__main__":
    from helpers.recording import record

    with record() as timeline:
        throw_all(["ada", "grace"], seed=1)
    for each in timeline.notes:
        print(each.process, each.text)
