# hint: kwargs={"drink": "tea"}
from multiprocessing import Process

from helpers.exercises.workers.lesson_03 import invite


def invite_all(host, guests):
    pids = {}
    for guest in guests:
        visit = Process(target=invite, args=(guest, host), name=guest)
        visit.start()
        visit.join()
        pids[guest] = visit.pid
    return pids
