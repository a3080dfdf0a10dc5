"""Right, because the program waits for the writer, and the heart beats until it ends itself."""

import sys
import time
from multiprocessing import Process


def beat():
    """Show that the program is alive, for as long as it is."""
    while True:
        time.sleep(0.1)


def write_report(path):
    """Write a report of two lines; the second takes a moment."""
    with open(path, "w", encoding="utf-8") as file:
        print("begin", file=file, flush=True)
        time.sleep(1)
        print("end", file=file)


if __name__ == "__main__":
    heart = Process(target=beat, daemon=True)
    writer = Process(target=write_report, args=(sys.argv[1],))
    heart.start()
    writer.start()
    writer.join(timeout=60)  # or the heart would stop first: a program's end begins with daemons
