# hint: only after start()
from multiprocessing import Process

from helpers.exercises.workers.lesson_03 import invite


def invite_all(host, guests):
    visits = {}
    pids = {}
    for guest in guests:
        visits[guest] = Process(
            target=invite, args=(guest, host), kwargs={"drink": "tea"}, name=guest
        )
        pids[guest] = visits[guest].pid
        visits[guest].start()
    for visit in visits.values():
        visit.join()
    return pids
