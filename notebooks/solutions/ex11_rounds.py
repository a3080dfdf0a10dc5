"""Right, because all wait at the same barrier after each round, and it closes again by itself."""

from multiprocessing import Barrier, Process

from helpers.exercises.workers.lesson_11 import play_round


def play(name, seat, rounds, table, together):
    """Play all rounds; runs in a child."""
    for number in range(rounds):
        play_round(name, seat, number, table)
        together.wait(timeout=60)


def play_all(seats, rounds, table):
    """Have everybody play, {name: seat}; nobody begins a round before all have ended the last."""
    together = Barrier(len(seats))
    crew = [
        Process(target=play, args=(name, seats[name], rounds, table, together)) for name in seats
    ]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)


if __name__ == "__main__":
    from helpers.exercises.workers.lesson_11 import Table
    from helpers.recording import record

    with record() as timeline:
        play_all({"ada": 0, "bo": 1}, 2, Table(["ada", "bo"], slow=[0]))
    for note in timeline.notes:
        print(note.text)
