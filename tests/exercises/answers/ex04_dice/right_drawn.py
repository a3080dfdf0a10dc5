import random
from multiprocessing import Process

from helpers.spans import note


def throw(generator):
    note(" ".join(str(generator.randint(1, 6)) for _ in range(20)))


def throw_all(names, seed):
    parent = random.Random(seed)
    crew = [
        Process(target=throw, args=(random.Random(parent.getrandbits(64)),), name=name)
        for name in names
    ]
    for process in crew:
        process.start()
    for process in crew:
        process.join()
