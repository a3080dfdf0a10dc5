from multiprocessing import Process
from multiprocessing.managers import SharedMemoryManager

import numpy

from helpers.exercises.workers.lesson_10 import double


def double_part(block, shape, which, step):
    double(numpy.frombuffer(block.buf, count=shape[0] * shape[1]).reshape(shape)[which::step])


def double_rows(numbers, processes):
    with SharedMemoryManager() as manager:
        block = manager.SharedMemory(numbers.nbytes)
        block.buf[: numbers.nbytes] = numbers.tobytes()
        crew = [
            Process(target=double_part, args=(block, numbers.shape, which, processes))
            for which in range(processes)
        ]
        for process in crew:
            process.start()
        for process in crew:
            process.join()
        return numpy.array(numpy.ndarray(numbers.shape, buffer=block.buf))
