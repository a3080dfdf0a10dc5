# hint: somebody else still has the client's end
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait

from helpers.exercises.workers.lesson_09 import buy_all


def own(tickets, lines):
    while lines:
        for line in wait(lines):
            try:
                line.recv()
            except EOFError:
                lines.remove(line)
            else:
                line.send(tickets > 0)
                tickets -= tickets > 0


def open_office(tickets, clients):
    pipes = [Pipe() for _ in range(clients)]
    crew = [Process(target=own, args=(tickets, [here for here, _ in pipes]))]
    crew += [Process(target=buy_all, args=(there,)) for _, there in pipes]
    for process in crew:
        process.start()
    for process in crew:
        process.join()
