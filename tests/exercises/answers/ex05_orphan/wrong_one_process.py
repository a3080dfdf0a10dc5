# hint: should be a child of the manager
from multiprocessing import Event, Process

from helpers.exercises.workers.lesson_05 import work_until


def run_for_a_moment(at_work):
    stop = Event()
    worker = Process(target=work_until, args=(stop, at_work))
    worker.start()
    at_work.wait(timeout=60)
    stop.set()
    worker.join(timeout=60)
