# hint: calls f here
import sys
import time
from multiprocessing import Process


def beat():
    while True:
        time.sleep(0.1)


def write_report(path):
    with open(path, "w", encoding="utf-8") as file:
        print("begin", file=file, flush=True)
        time.sleep(1)
        print("end", file=file)


if __name__ == "__main__":
    heart = Process(target=beat, daemon=True)
    heart.start()
    writer = Process(target=write_report(sys.argv[1]))
    writer.start()
    writer.join(timeout=60)
