from multiprocessing import Event, Process

from helpers.exercises.workers.lesson_05 import work_until


def manage(stop, done, at_work):
    worker = Process(target=work_until, args=(stop, at_work))
    worker.start()
    done.wait(60)
    stop.set()
    worker.join()


def run_for_a_moment(at_work):
    stop, done = Event(), Event()
    manager = Process(target=manage, args=(stop, done, at_work))
    manager.start()
    at_work.wait(60)
    done.set()
    manager.join()
