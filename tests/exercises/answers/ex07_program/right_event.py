import sys
import time
from multiprocessing import get_context


def beat(stop):
    while not stop.wait(0.1):
        pass


def write_report(path):
    with open(path, "w", encoding="utf-8") as file:
        print("begin", file=file, flush=True)
        time.sleep(1)
        print("end", file=file)


if __name__ == "__main__":
    spawn = get_context("spawn")
    stop = spawn.Event()
    heart = spawn.Process(target=beat, args=(stop,))
    writer = spawn.Process(target=write_report, args=(sys.argv[1],))
    crew = [heart, writer]
    for process in crew:
        process.start()
    writer.join()
    stop.set()
    heart.join()
    for process in crew:
        process.close()
