"""Make a block of shared memory, print its name, and forget it."""

from multiprocessing.shared_memory import SharedMemory

if __name__ == "__main__":
    block = SharedMemory(create=True, size=1000)
    print(block.name)
