# hint: seconds after the last client
import time
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait

from helpers.exercises.workers.lesson_09 import buy_all


def own(tickets, lines):
    end = time.monotonic() + 2
    while time.monotonic() < end:
        for line in wait(lines, timeout=0.1):
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
    crew.append(Process(target=own, args=(tickets, lines)))
    crew[-1].start()
    for line in lines:
        line.close()
    for process in crew:
        process.join(timeout=60)
