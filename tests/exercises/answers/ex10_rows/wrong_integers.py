# hint: every number should be doubled
from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory

import numpy

from helpers.exercises.workers.lesson_10 import double


def double_part(name, shape, first, last):
    block = SharedMemory(name=name)
    double(numpy.ndarray(shape, dtype=int, buffer=block.buf)[first:last])
    block.close()


def double_rows(numbers, processes):
    block = SharedMemory(create=True, size=numbers.nbytes)
    array = numpy.ndarray(numbers.shape, dtype=int, buffer=block.buf)
    array[:] = numbers
    cuts = [len(numbers) * n // processes for n in range(processes + 1)]
    crew = [
        Process(target=double_part, args=(block.name, numbers.shape, *cut))
        for cut in zip(cuts, cuts[1:], strict=False)
    ]
    for each in crew:
        each.start()
    for each in crew:
        each.join()
    result = array.copy()
    block.close()
    block.unlink()
    return result
