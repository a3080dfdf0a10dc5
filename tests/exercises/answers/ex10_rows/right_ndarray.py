from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory

import numpy

from helpers.exercises.workers.lesson_10 import double


def double_part(block, shape, which):
    rows = numpy.ndarray(shape, buffer=block.buf)
    mine = rows[which]
    double(mine)
    rows[which] = mine
    del rows, mine
    block.close()


def double_rows(numbers, processes):
    block = SharedMemory(create=True, size=numbers.nbytes)
    everything = numpy.ndarray(numbers.shape, buffer=block.buf)
    everything[:] = numbers
    crew = []
    for which in numpy.array_split(numpy.arange(len(numbers)), processes):
        crew.append(Process(target=double_part, args=(block, numbers.shape, which)))
        crew[-1].start()
    for process in crew:
        process.join()
    result = everything.copy()
    del everything
    block.close()
    block.unlink()
    return result
