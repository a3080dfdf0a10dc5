# hint: join(timeout=60)
from multiprocessing import Process

from helpers.exercises.workers.lesson_00 import dine


def give_dinner(table):
    ada = Process(target=dine, args=(table,), name="ada")
    grace = Process(target=dine, args=(table,), name="grace")
    ada.start()
    grace.start()
    ada.join(timeout=60)
