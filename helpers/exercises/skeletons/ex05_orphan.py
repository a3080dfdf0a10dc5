# Find what is wrong: somebody is left behind.
from multiprocessing import Event, Process

from helpers.exercises.workers.lesson_05 import work_until


def manage(stop, at_work):
    """Start a worker and wait for it; runs in a child."""
    worker = Process(target=work_until, args=(stop, at_work))
    worker.start()
    worker.join(timeout=60)


def run_for_a_moment(at_work):
    """Have a manager and its worker at work for a moment, and leave nobody behind."""
    stop = Event()
    manager = Process(target=manage, args=(stop, at_work))
    manager.start()
    at_work.wait(timeout=60)  # work_until sets it when it begins, and then works until stop is set
    manager.terminate()
    manager.join(timeout=60)
