# hint: one process of its own
from multiprocessing import Pipe, Process

from helpers.exercises.workers.lesson_14 import weigh


def add_up(loads, answer):
    answer.send([sum(map(weigh, load)) for load in loads])


def add_up_all(loads):
    total, answer = Pipe(duplex=False)
    process = Process(target=add_up, args=(loads, answer))
    process.start()
    totals = total.recv()
    process.join(timeout=60)
    return totals
