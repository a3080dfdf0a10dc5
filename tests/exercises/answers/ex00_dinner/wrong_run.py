# hint: call start()
from multiprocessing import Process

from helpers.exercises.workers.lesson_00 import dine


def give_dinner(table):
    Process(target=dine, args=(table,), name="ada").run()
    Process(target=dine, args=(table,), name="grace").run()
