# Find what is wrong: under fork all throw the same; under spawn no run can be repeated.
import random
from multiprocessing import Process

from helpers.spans import note

dice = random.Random()


def throw():
    """Throw twenty dice, and note them; runs in a child."""
    note(str([dice.randint(1, 6) for _ in range(20)]))


def throw_all(names, seed):
    """Have a process for each name throw dice; the same seed gives each the same dice again."""
    dice.seed(seed)
    crew = [Process(target=throw, name=name) for name in names]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
