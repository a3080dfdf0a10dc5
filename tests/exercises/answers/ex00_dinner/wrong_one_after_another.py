# hint: Start both before you join the first
from multiprocessing import Process

from helpers.exercises.workers.lesson_00 import dine


def give_dinner(table):
    for name in ["ada", "grace"]:
        guest = Process(target=dine, args=(table,), name=name)
        guest.start()
        guest.join()
