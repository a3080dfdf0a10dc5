# hint: One owner for all
from multiprocessing import Pipe, Process

from helpers.exercises.workers.lesson_09 import buy_all


def own(tickets, lines):
    (line,) = lines
    for left in range(tickets, -1, -1):
        line.recv()
        line.send(left > 0)


def open_office(tickets, clients):
    crew = []
    for number in range(clients):
        here, there = Pipe()
        share = tickets // clients + (number < tickets % clients)
        crew += [
            Process(target=own, args=(share, [here])),
            Process(target=buy_all, args=(there,)),
        ]
        crew[-2].start()
        crew[-1].start()
    for process in crew:
        process.join(timeout=60)
