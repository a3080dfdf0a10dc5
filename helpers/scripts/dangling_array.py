"""Look into a block with ``numpy.ndarray``, close the block, and look again."""

from multiprocessing.shared_memory import SharedMemory

import numpy

if __name__ == "__main__":
    block = SharedMemory(create=True, size=800)
    numbers = numpy.ndarray(100, dtype=float, buffer=block.buf)
    numbers[:] = 3
    block.close()
    block.unlink()
    print("the block is closed", flush=True)
    print("the first number:", numbers[0])
