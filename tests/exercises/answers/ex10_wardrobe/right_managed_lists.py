from multiprocessing import Manager, Process

from helpers.exercises.workers.lesson_10 import carry


def hang_up(rack, thing):
    rack.append(carry(thing))


def fill(things):
    with Manager() as manager:
        racks = {kind: manager.list() for kind, _ in things}
        crew = [Process(target=hang_up, args=(racks[kind], thing)) for kind, thing in things]
        for process in crew:
            process.start()
        for process in crew:
            process.join()
        return {kind: list(rack) for kind, rack in racks.items()}
