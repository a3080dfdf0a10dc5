from multiprocessing import Pipe, Process
from multiprocessing.connection import wait

from helpers.exercises.workers.lesson_09 import buy_all


def own(tickets, lines):
    """Sell so many tickets: answer each message with True, or False when there is none left.

    lines: a connection to each client. Runs in a child, until all clients are gone.
    """
    raise NotImplementedError("your answer")


def open_office(tickets, clients):
    """Start an owner, own(), and so many clients, buy_all(line), each with a pipe to the owner.

    Wait for all of them.
    """
    raise NotImplementedError("your answer")
