# Find what is wrong: some are a round ahead of others.
from multiprocessing import Process

from helpers.exercises.workers.lesson_11 import play_round


def play(name, seat, rounds, table):
    """Play all rounds; runs in a child."""
    for number in range(rounds):
        play_round(name, seat, number, table)


def play_all(seats, rounds, table):
    """Have everybody play, {name: seat}; nobody begins a round before all have ended the last."""
    crew = [Process(target=play, args=(name, seats[name], rounds, table)) for name in seats]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
