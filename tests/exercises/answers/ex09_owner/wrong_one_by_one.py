# hint: were there at once
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait

from helpers.exercises.workers.lesson_09 import buy_all


def own(tickets, lines, ends):
    """Sell so many tickets: answer each message with True, or False when there is none left.

    lines: a connection to each client. Runs in a child, until all clients are gone.
    """
    for end in ends:
        end.close()
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
    """Start an owner, own(), and so many clients, buy_all(line), each with a pipe to the owner.

    Wait for all of them.
    """
    lines, crew = [], []
    for _ in range(clients):
        line, client_end = Pipe()
        lines.append(line)
        crew.append(client_end)
    owner = Process(target=own, args=(tickets, lines, crew))
    owner.start()
    for line, client_end in zip(lines, crew, strict=True):
        line.close()
        client = Process(target=buy_all, args=(client_end,))
        client.start()
        client_end.close()
        client.join(timeout=60)
    owner.join(timeout=60)
