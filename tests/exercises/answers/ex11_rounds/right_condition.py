from multiprocessing import Condition, Process, RawValue

from helpers.exercises.workers.lesson_11 import play_round


def play(name, seat, rounds, table, ended, players):
    changed, count = ended
    for number in range(rounds):
        play_round(name, seat, number, table)
        with changed:
            count.value += 1
            changed.notify_all()
            changed.wait_for(lambda due=players * (number + 1): count.value >= due, timeout=60)


def play_all(seats, rounds, table):
    ended = Condition(), RawValue("i", 0)
    crew = [
        Process(target=play, args=(name, seats[name], rounds, table, ended, len(seats)))
        for name in seats
    ]
    for process in crew:
        process.start()
    for process in crew:
        process.join()
