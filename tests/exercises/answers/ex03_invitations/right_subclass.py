from multiprocessing import Process

from helpers.exercises.workers.lesson_03 import invite


def invite_all(host, guests):
    pids = {}
    for guest in guests:
        visit = Visit(guest, host)
        visit.start()
        visit.join()
        pids[guest] = visit.pid
    return pids


class Visit(Process):
    def __init__(self, guest, host):
        super().__init__(name=guest)
        self.host = host

    def run(self):
        invite(self.name, self.host, drink="tea")
