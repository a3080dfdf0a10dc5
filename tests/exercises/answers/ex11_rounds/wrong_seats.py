# hint: on the seat of
from multiprocessing import Barrier, Process

from helpers.exercises.workers.lesson_11 import play_round


def play(name, seat, rounds, table, together):
    for number in range(rounds):
        play_round(name, seat, number, table)
        together.wait(timeout=60)


def play_all(seats, rounds, table):
    together = Barrier(len(seats))
    crew = [
        Process(target=play, args=(name, seat, rounds, table, together))
        for seat, name in enumerate(sorted(seats, key=seats.get, reverse=True))
    ]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
