# hint: an array that outlives its block
from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory

import numpy

from helpers.exercises.workers.lesson_10 import double


def double_part(name, shape, first, last):
    block = SharedMemory(name=name)
    double(numpy.ndarray(shape, buffer=block.buf)[first:last])
    block.close()


def double_rows(numbers, processes):
    block = SharedMemory(create=True, size=numbers.nbytes)
    shared = numpy.ndarray(numbers.shape, buffer=block.buf)
    shared[:] = numbers
    step = len(numbers) // processes
    crew = [
        Process(target=double_part, args=(block.name, numbers.shape, n * step, (n + 1) * step))
        for n in range(processes)
    ]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
    block.close()
    block.unlink()
    return shared
