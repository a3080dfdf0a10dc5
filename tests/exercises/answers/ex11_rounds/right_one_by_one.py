from multiprocessing import Process

from helpers.exercises.workers.lesson_11 import play_round


def play_all(seats, rounds, table):
    for number in range(rounds):
        crew = [Process(target=play_round, args=(*each, number, table)) for each in seats.items()]
        for process in crew:
            process.start()
        for process in crew:
            process.join(timeout=60)
