# hint: some children threw the same dice
import random
from multiprocessing import Process

from helpers.spans import note


def throw(seed):
    dice = random.Random(seed)
    note(str([dice.randint(1, 6) for _ in range(20)]))


def throw_all(names, seed):
    crew = [
        Process(target=throw, args=(seed * number,), name=name)
        for number, name in enumerate(names, 1)
    ]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
