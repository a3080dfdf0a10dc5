# hint: another seed was given, and the dice were the same
import random
from multiprocessing import Process

from helpers.spans import note


def throw(name):
    dice = random.Random(name)
    note(str([dice.randint(1, 6) for _ in range(20)]))


def throw_all(names, seed):
    crew = [Process(target=throw, args=(name,), name=name) for name in names]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
