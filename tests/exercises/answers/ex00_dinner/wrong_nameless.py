# hint: Say name="ada"
from multiprocessing import Process

from helpers.exercises.workers.lesson_00 import dine


def give_dinner(table):
    guests = [Process(target=dine, args=(table,)) for _ in range(2)]
    for guest in guests:
        guest.start()
    for guest in guests:
        guest.join()
