# hint: nobody asked it to stop
from multiprocessing import Event, Process

from helpers.exercises.workers.lesson_05 import work_until


def manage(stop, at_work):
    worker = Process(target=work_until, args=(stop, at_work))
    worker.start()
    worker.join(timeout=60)


def run_for_a_moment(at_work):
    stop = Event()
    manager = Process(target=manage, args=(stop, at_work))
    manager.start()
    at_work.wait(timeout=60)
    manager.join(timeout=60)
