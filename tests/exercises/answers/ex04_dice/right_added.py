import random
from multiprocessing import get_context

from helpers.spans import note

dice = random.Random()


def throw(seed, number):
    dice.seed(seed + number)
    note(str(dice.choices(range(1, 7), k=20)))


def throw_all(names, seed):
    process_of = get_context("spawn").Process
    for number, name in enumerate(names):
        process = process_of(target=throw, args=(seed, number), name=name)
        process.start()
        process.join()
