"""Right, because the changed list is assigned: that is what the manager notices.

wardrobe[kind] is a copy that has travelled to the child; what is done to it stays there. (One
child at a time: two at once would need a lock around reading and assigning.)
"""

from multiprocessing import Manager, Process

from helpers.exercises.workers.lesson_10 import carry


def hang_up(wardrobe, kind, thing):
    """Put a thing into the wardrobe, with those of its kind; runs in a child."""
    wardrobe[kind] = [*wardrobe[kind], carry(thing)]


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


if __name__ == "__main__":
    print(fill([("coats", "red"), ("hats", "straw"), ("coats", "blue")]))
