from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory

import numpy

from helpers.exercises.workers.lesson_10 import double


def double_part(name, shape, first, last):
    """Double the rows from first up to last of the array in a block, in place; runs in a child.

    double(rows) does it with the rows that it is given.
    """
    raise NotImplementedError("your answer")


def double_rows(numbers, processes):
    """Return a new array with every number doubled; so many processes double a part of the rows.

    numbers is an array of float with two dimensions. No block of shared memory is left.
    """
    raise NotImplementedError("your answer")
