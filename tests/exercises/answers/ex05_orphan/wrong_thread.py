# hint: should be a child of the manager
from multiprocessing import Event, Process
from threading import Thread

from helpers.exercises.workers.lesson_05 import work_until


def manage(stop, at_work):
    worker = Thread(target=work_until, args=(stop, at_work))
    worker.start()
    worker.join(timeout=60)


def run_for_a_moment(at_work):
    stop = Event()
    manager = Process(target=manage, args=(stop, at_work))
    manager.start()
    at_work.wait(timeout=60)
    stop.set()
    manager.join(timeout=60)
