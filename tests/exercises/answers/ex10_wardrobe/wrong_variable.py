# hint: gives you a copy of the list
from multiprocessing import Manager, Process

from helpers.exercises.workers.lesson_10 import carry


def hang_up(wardrobe, kind, thing):
    rack = wardrobe[kind]
    rack.append(carry(thing))


def fill(things):
    with Manager() as manager:
        wardrobe = manager.dict({kind: [] for kind, _ in things})
        for kind, thing in things:
            helper = Process(target=hang_up, args=(wardrobe, kind, thing))
            helper.start()
            helper.join(timeout=60)
        return dict(wardrobe)
