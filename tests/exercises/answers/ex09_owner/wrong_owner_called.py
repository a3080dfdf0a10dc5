# hint: calls f here
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait

from helpers.exercises.workers.lesson_09 import buy_all


def own(tickets, lines):
    while lines:
        for line in wait(lines, timeout=60):
            try:
                line.recv()
            except EOFError:
                lines.remove(line)
            else:
                line.send(tickets > 0)
                tickets -= tickets > 0


def open_office(tickets, clients):
    lines, crew = [], []
    for _ in range(clients):
        line, client_end = Pipe()
        crew.append(Process(target=buy_all, args=(client_end,)))
        crew[-1].start()
        client_end.close()
        lines.append(line)
    crew.append(Process(target=own(tickets, lines)))
    crew[-1].start()
    for process in crew:
        process.join(timeout=60)
