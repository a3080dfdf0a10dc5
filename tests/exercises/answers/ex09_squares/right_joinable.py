from multiprocessing import JoinableQueue, Process, SimpleQueue

from helpers.exercises.workers.lesson_09 import square


class Worker(Process):
    def __init__(self, tasks, results):
        super().__init__()
        self.tasks, self.results = tasks, results

    def run(self):
        for number in iter(self.tasks.get, "over"):
            self.results.put({number: square(number)})
            self.tasks.task_done()
        self.results.put(None)
        self.tasks.task_done()


def square_all(numbers, workers):
    tasks, results = JoinableQueue(), SimpleQueue()
    crew = [Worker(tasks, results) for _ in range(workers)]
    for worker in crew:
        worker.start()
    for task in [*numbers, *["over"] * workers]:
        tasks.put(task)
    squares, left = {}, workers
    while left:
        result = results.get()
        squares |= result or {}
        left -= result is None
    tasks.join()
    for worker in crew:
        worker.join()
    return squares
