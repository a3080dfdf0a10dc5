import os
import signal
import sys
import time
from multiprocessing import Process, parent_process
from pathlib import Path
from threading import main_thread


def end_with_parent():
    """Wait until the parent has ended; then do as if SIGTERM had come. Runs in a thread."""
    parent_process().join()
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(main_thread().ident, signal.SIGTERM)
    else:
        os.kill(os.getpid(), signal.SIGTERM)


def work(folder, name):
    """Make a file, and work until told to end; then remove the file."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    path = Path(folder, name)
    path.touch()
    try:
        end = time.monotonic() + 60
        while time.monotonic() < end and parent_process().is_alive():
            time.sleep(0.1)
    finally:
        path.unlink()


def wait_for_order(folder):
    """Wait until there is a file "order" with a number in it; anything else is an error."""
    while not Path(folder, "order").exists():
        time.sleep(0.05)
    return int(Path(folder, "order").read_text(encoding="utf-8"))


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    crew = [Process(target=work, args=(sys.argv[1], name)) for name in ["anna", "bert"]]
    try:
        for process in crew:
            process.start()
        wait_for_order(sys.argv[1])
    finally:
        for process in crew:
            process.terminate()
        for process in crew:
            process.join(timeout=5)
            process.kill()
