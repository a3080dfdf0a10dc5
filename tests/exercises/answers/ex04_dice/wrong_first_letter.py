# hint: some children threw the same dice
import random
from multiprocessing import Process

from helpers.spans import note


def throw(seed):
    dice = random.Random(seed)
    note(str([dice.randint(1, 6) for _ in range(20)]))


def throw_all(names, seed):
    crew = [Process(target=throw, args=(seed + ord(name[0]),), name=name) for name in names]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
