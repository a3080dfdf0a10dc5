# Find what is wrong: under fork it waits for ever.
from multiprocessing import Pipe, Process

from helpers.exercises.workers.lesson_14 import weigh
from helpers.workers.waiting import receive


def add_up(receiver, sender, answer):
    """Weigh the parcels that come through a pipe, to its end; send their sum; runs in a child."""
    sender.close()
    total = 0
    try:
        while True:
            total += weigh(receive(receiver))
    except EOFError:
        answer.send(total)


def add_up_all(loads):
    """Return a list of how much each load weighs, in the order of the loads.

    A load is a list of parcels. Each is weighed in a process of its own, parcel by parcel.
    """
    crew = []
    for _ in loads:
        receiver, sender = Pipe(duplex=False)
        total, answer = Pipe(duplex=False)
        process = Process(target=add_up, args=(receiver, sender, answer))
        process.start()
        crew.append((process, sender, total))
    totals = []
    for load, (process, sender, total) in zip(loads, crew, strict=True):
        for parcel in load:
            sender.send(parcel)
        sender.close()
        totals.append(receive(total))
        process.join(timeout=60)
    return totals
