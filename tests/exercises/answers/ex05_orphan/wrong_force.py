# hint: Ask instead of ending
from multiprocessing import Event, Process

from helpers.exercises.workers.lesson_05 import work_until


def manage(stop, at_work, done):
    worker = Process(target=work_until, args=(stop, at_work))
    worker.start()
    done.wait(timeout=60)
    worker.kill()
    worker.join(timeout=60)


def run_for_a_moment(at_work):
    stop, done = Event(), Event()
    manager = Process(target=manage, args=(stop, at_work, done))
    manager.start()
    at_work.wait(timeout=60)
    done.set()
    manager.join(timeout=60)
