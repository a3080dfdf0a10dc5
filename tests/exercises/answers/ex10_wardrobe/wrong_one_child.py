# hint: by a child of its own
from multiprocessing import Manager, Process

from helpers.exercises.workers.lesson_10 import carry


def hang_all(wardrobe, things):
    for kind, thing in things:
        wardrobe[kind] = [*wardrobe.get(kind, []), carry(thing)]


def fill(things):
    with Manager() as manager:
        wardrobe = manager.dict()
        helper = Process(target=hang_all, args=(wardrobe, things))
        helper.start()
        helper.join(timeout=60)
        return wardrobe.copy()
