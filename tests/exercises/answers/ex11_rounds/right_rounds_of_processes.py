from multiprocessing import Process, Semaphore

from helpers.exercises.workers.lesson_11 import play_round


def play(name, seat, rounds, table, done, go):
    for number in range(rounds):
        go.acquire(timeout=60)
        play_round(name, seat, number, table)
        done.release()


def play_all(seats, rounds, table):
    done, turns = Semaphore(0), {name: Semaphore(0) for name in seats}
    crew = [
        Process(target=play, args=(name, seat, rounds, table, done, turns[name]))
        for name, seat in seats.items()
    ]
    for process in crew:
        process.start()
    for _ in range(rounds):
        for go in turns.values():
            go.release()
        for _ in seats:
            done.acquire(timeout=60)
    for process in crew:
        process.join()
