# hint: call start(), not run()
from multiprocessing import Process

from helpers.exercises.workers.lesson_03 import invite


def invite_all(host, guests):
    for guest in guests:
        Process(target=invite, args=(guest, host), kwargs={"drink": "tea"}, name=guest).run()
