"""Start a process, and wait for it: the smallest whole program."""

from multiprocessing import Process

from helpers.spans import join_recording
from helpers.workers.tasks import say_hello

if __name__ == "__main__":
    join_recording()
    child = Process(target=say_hello)
    child.start()
    child.join(timeout=60)
    print("exit code:", child.exitcode)
