# Find what is wrong: the wardrobe stays empty.
from multiprocessing import Manager, Process

from helpers.exercises.workers.lesson_10 import carry


def hang_up(wardrobe, kind, thing):
    """Put a thing into the wardrobe, with those of its kind; runs in a child."""
    wardrobe[kind].append(carry(thing))


def fill(things):
    """Return {kind: [thing, ...]}; each of the pairs (kind, thing) is hung up by a child."""
    with Manager() as manager:
        wardrobe = manager.dict()
        for kind, thing in things:
            wardrobe.setdefault(kind, [])
            helper = Process(target=hang_up, args=(wardrobe, kind, thing))
            helper.start()
            helper.join(timeout=60)
        return wardrobe.copy()
