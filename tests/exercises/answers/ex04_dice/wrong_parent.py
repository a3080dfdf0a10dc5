# hint: it threw the dice, and the children only noted them
import random
from multiprocessing import Process

from helpers.spans import note


def throw(faces):
    note(str(faces))


def throw_all(names, seed):
    crew = []
    for name in names:
        dice = random.Random(f"{seed} {name}")
        faces = [dice.randint(1, 6) for _ in range(20)]
        crew.append(Process(target=throw, args=(faces,), name=name))
        crew[-1].start()
    for process in crew:
        process.join(timeout=60)
