# hint: there was no manager
from multiprocessing import Process, SimpleQueue

from helpers.exercises.workers.lesson_10 import carry


def hang_up(rack, kind, thing):
    rack.put((kind, carry(thing)))


def fill(things):
    rack, wardrobe = SimpleQueue(), {}
    for kind, thing in things:
        helper = Process(target=hang_up, args=(rack, kind, thing))
        helper.start()
        helper.join(timeout=60)
        kind, thing = rack.get()
        wardrobe.setdefault(kind, []).append(thing)
    return wardrobe
