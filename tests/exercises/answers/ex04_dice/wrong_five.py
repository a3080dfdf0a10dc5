# hint: A die has six faces
import random
from multiprocessing import Process

from helpers.spans import note


def throw(seed):
    dice = random.Random(seed)
    note(str([dice.randrange(1, 6) for _ in range(20)]))


def throw_all(names, seed):
    crew = [Process(target=throw, args=(f"{seed} {name}",), name=name) for name in names]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
