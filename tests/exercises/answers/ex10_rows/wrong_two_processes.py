# hint: children should have called double()
from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory

import numpy

from helpers.exercises.workers.lesson_10 import double


def rows_of(block, shape):
    return numpy.frombuffer(block.buf, count=shape[0] * shape[1]).reshape(shape)


def double_part(name, shape, first, last):
    block = SharedMemory(name=name)
    double(rows_of(block, shape)[first:last])
    block.close()


def double_rows(numbers, processes):
    rows = len(numbers)
    cuts = [0, rows]
    block = SharedMemory(create=True, size=numbers.nbytes)
    rows_of(block, numbers.shape)[:] = numbers
    crew = [
        Process(target=double_part, args=(block.name, numbers.shape, first, last))
        for first, last in zip(cuts, cuts[1:], strict=False)
    ]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
    result = rows_of(block, numbers.shape).copy()
    block.close()
    block.unlink()
    return result
