"""Have a file open, and let a child write into it, too; print what is in it at the end.

``python -m helpers.scripts.open_file METHOD``
"""

import sys
import tempfile
from multiprocessing import get_context
from pathlib import Path


def write_on(file, flush: bool) -> None:
    """Write a word into a file that the parent has opened: a child of the program."""
    file.write("child;")
    if flush:
        file.flush()


def write_both(method: str, first: bool, then: bool) -> str:
    """Write here, in a child, and here again; flush here, in the child, or nowhere."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "guests.txt")
        with open(path, "w", encoding="utf-8") as file:
            file.write("parent;")
            if first:
                file.flush()
            child = get_context(method).Process(target=write_on, args=(file, then))
            child.start()
            child.join(timeout=60)
            file.write("after;")
        return path.read_text(encoding="utf-8")


def main(method: str) -> None:
    """Let nobody flush, then the child, then both; or say which error there was."""
    try:
        for first, then in [(False, False), (False, True), (True, True)]:
            print(write_both(method, first, then))
    except TypeError as error:
        print(type(error).__name__)


if __name__ == "__main__":
    main(sys.argv[1])
