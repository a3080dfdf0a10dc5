"""Right, because nobody is ended by force: the worker sees the event, and the manager its end."""

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
    at_work.wait(timeout=60)
    stop.set()
    manager.join(timeout=60)


if __name__ == "__main__":
    run_for_a_moment(Event())
    print("nobody is left")
