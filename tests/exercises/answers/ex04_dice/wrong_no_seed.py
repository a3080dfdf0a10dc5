# hint: cannot be repeated
import random
from multiprocessing import Process

from helpers.spans import note


def throw():
    dice = random.Random()
    note(str([dice.randint(1, 6) for _ in range(20)]))


def throw_all(names, seed):
    random.seed(seed)
    crew = [Process(target=throw, name=name) for name in names]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
