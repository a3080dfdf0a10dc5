# hint: a Barrier does it every time
from multiprocessing import Barrier, Process

from helpers.exercises.workers.lesson_11 import play_round


def play(name, seat, rounds, table, together):
    for number in range(rounds):
        play_round(name, seat, number, table)
        together.wait(timeout=60)


def play_all(seats, rounds, table):
    together = Barrier(1)
    crew = [
        Process(target=play, args=(name, seats[name], rounds, table, together)) for name in seats
    ]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
