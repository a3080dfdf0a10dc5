# hint: an Event only once
from multiprocessing import Event, Process

from helpers.exercises.workers.lesson_11 import play_round


def play(name, seat, rounds, table, go):
    for number in range(rounds):
        go.wait(timeout=60)
        play_round(name, seat, number, table)


def play_all(seats, rounds, table):
    go = Event()
    crew = [Process(target=play, args=(name, seats[name], rounds, table, go)) for name in seats]
    for process in crew:
        process.start()
    go.set()
    for process in crew:
        process.join(timeout=60)
