from multiprocessing import Process

from helpers.exercises.workers.lesson_03 import invite


def invite_all(host, guests):
    """For each guest run invite(guest, host, drink="tea") in a process with the guest's name.

    Wait for all of them. Return a dictionary from each name to the pid of its process.
    """
    raise NotImplementedError("your answer")
