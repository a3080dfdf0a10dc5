# hint: Wait for each process with join
from multiprocessing import Process

from helpers.exercises.workers.lesson_00 import dine


def give_dinner(table):
    Process(target=dine, args=(table,), name="ada").start()
    Process(target=dine, args=(table,), name="grace").start()
