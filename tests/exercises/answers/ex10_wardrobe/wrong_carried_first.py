# hint: if two children do so at once
from multiprocessing import Lock, Manager, Process

from helpers.exercises.workers.lesson_10 import carry


def hang_up(wardrobe, kind, thing, lock):
    thing = carry(thing)
    rack = wardrobe[kind]
    rack.append(thing)
    wardrobe[kind] = rack


def fill(things):
    with Manager() as manager:
        wardrobe, lock = manager.dict({kind: [] for kind, _ in things}), Lock()
        crew = [Process(target=hang_up, args=(wardrobe, *thing, lock)) for thing in things]
        for process in crew:
            process.start()
        for process in crew:
            process.join(timeout=60)
        return wardrobe.copy()
