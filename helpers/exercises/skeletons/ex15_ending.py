# Find what is wrong: whoever ends this program, its workers do not clean up, or are left behind.
import sys
import time
from multiprocessing import Process
from pathlib import Path


def work(folder, name):
    """Make a file, and work until told to end; then remove the file."""
    path = Path(folder, name)
    path.touch()
    try:
        time.sleep(60)
    finally:
        path.unlink()


def wait_for_order(folder):
    """Wait until there is a file "order" with a number in it; anything else is an error."""
    while not Path(folder, "order").exists():
        time.sleep(0.05)
    return int(Path(folder, "order").read_text(encoding="utf-8"))


if __name__ == "__main__":
    for name in ["anna", "bert"]:
        Process(target=work, args=(sys.argv[1], name)).start()
    wait_for_order(sys.argv[1])
