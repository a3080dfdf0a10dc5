# hint: before it had asked once more
from multiprocessing import Pipe, Process

from helpers.exercises.workers.lesson_09 import buy_all


def own(tickets, lines):
    while lines:
        for line in list(lines):
            if line.poll(0.01):
                line.send(tickets > 0)
                if tickets == 0:
                    lines.remove(line)
                tickets -= tickets > 0


def open_office(tickets, clients):
    pipes = [Pipe() for _ in range(clients)]
    crew = [Process(target=own, args=(tickets, [here for here, _ in pipes]))]
    crew += [Process(target=buy_all, args=(there,)) for _, there in pipes]
    for process in crew:
        process.start()
    for process in crew:
        process.join()
