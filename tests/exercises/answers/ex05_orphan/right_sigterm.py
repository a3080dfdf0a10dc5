import signal
import sys
from multiprocessing import Event, Process

from helpers.exercises.workers.lesson_05 import work_until


def manage(stop, at_work):
    worker = Process(target=work_until, args=(stop, at_work))
    worker.start()

    def tidy(*_):
        stop.set()
        worker.join()
        sys.exit(0)

    signal.signal(signal.SIGTERM, tidy)
    worker.join(timeout=60)


def run_for_a_moment(at_work):
    stop = Event()
    manager = Process(target=manage, args=(stop, at_work))
    manager.start()
    at_work.wait(timeout=60)
    manager.terminate()
    manager.join(timeout=60)
