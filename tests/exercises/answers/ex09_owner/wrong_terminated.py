# hint: was ended by terminate()
import time
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait

from helpers.exercises.workers.lesson_09 import buy_all


def own(tickets, lines):
    """Sell so many tickets: answer each message with True, or False when there is none left.

    lines: a connection to each client. Runs in a child, until all clients are gone.
    """
    while lines:
        for line in wait(lines, timeout=60):
            try:
                line.recv()
            except EOFError:
                time.sleep(0.2)
            else:
                line.send(tickets > 0)
                tickets -= tickets > 0


def open_office(tickets, clients):
    """Start an owner, own(), and so many clients, buy_all(line), each with a pipe to the owner.

    Wait for all of them.
    """
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
    for process in crew[:-1]:
        process.join(timeout=60)
    crew[-1].terminate()
    crew[-1].join(timeout=60)
