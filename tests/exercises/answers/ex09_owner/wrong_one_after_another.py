# hint: answers whoever asks
from multiprocessing import Pipe, Process

from helpers.exercises.workers.lesson_09 import buy_all


def own(tickets, lines):
    for line in lines:
        try:
            while True:
                line.recv()
                line.send(tickets > 0)
                tickets -= tickets > 0
        except EOFError:
            pass


def open_office(tickets, clients):
    lines, crew = [], []
    for _ in range(clients):
        line, client_end = Pipe()
        crew.append(Process(target=buy_all, args=(client_end,)))
        crew[-1].start()
        client_end.close()
        lines.append(line)
    crew.append(Process(target=own, args=(tickets, lines)))
    crew[-1].start()
    for line in lines:
        line.close()
    for process in crew:
        process.join(timeout=60)
