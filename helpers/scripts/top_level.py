"""Make dice at the top level of a program, and have two children throw them.

``python helpers/scripts/top_level.py METHOD``
"""

import random
import sys
from multiprocessing import current_process, get_context

print("the top lines are run by", __name__, "in", current_process().name, flush=True)
dice = random.Random()


def throw(seed: int) -> None:
    """Throw the dice of the top, and dice that are made here."""
    own = random.Random(seed)
    me = current_process().name
    print(f"{me}, dice of the top: ", *[dice.randint(1, 6) for _ in range(12)])
    print(f"{me}, dice from a seed:", *[own.randint(1, 6) for _ in range(12)])


if __name__ == "__main__":
    for number in (1, 2):
        make = get_context(sys.argv[1]).Process
        child = make(target=throw, args=(number,), name=f"child {number}")
        child.start()
        child.join(timeout=60)
